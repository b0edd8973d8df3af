import type { Route } from "next";
import type { Membership } from "@/lib/auth/actor";
import { mayAnywhere } from "@/lib/auth/landing";

type Section = { href: Route; label: string };

/** Parts of «История» this person may open, in the order of the tabs. */
export function historySections(memberships: readonly Membership[]): Section[] {
  const sections: Section[] = [];
  if (mayAnywhere(memberships, "payments.history")) sections.push({ href: "/history/payments", label: "Платежи" });
  if (mayAnywhere(memberships, "readings.history")) sections.push({ href: "/history/readings", label: "Показания" });
  return sections;
}
