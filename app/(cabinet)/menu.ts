import { historySections } from "@/app/(cabinet)/history/sections";
import type { MenuItem } from "@/components/layout/menu-item";
import type { Membership } from "@/lib/auth/actor";
import { mayAnywhere } from "@/lib/auth/landing";

/** Only sections that work and that this person may open; «Оплата» lists contracts to everyone. */
export function cabinetMenu(memberships: readonly Membership[]): MenuItem[] {
  const items: MenuItem[] = [{ href: "/payments", label: "Оплата", icon: "payments" }];
  if (mayAnywhere(memberships, "readings.submit")) items.push({ href: "/readings", label: "Показания", icon: "readings" });
  const [history] = historySections(memberships);
  if (history) items.push({ href: history.href, label: "История", icon: "history", section: "/history" });
  return items;
}

/** Under «Ещё». */
export function cabinetMore(memberships: readonly Membership[]): MenuItem[] {
  return mayAnywhere(memberships, "payments.make") ? [{ href: "/cards", label: "Карты", icon: "cards" }] : [];
}
