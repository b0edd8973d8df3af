import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { refreshCardLink } from "@/lib/payments/process/link-card";
import { getCardLink } from "@/lib/payments/queries/get-card-link";
import { isFinal } from "@/lib/payments/rules/machine";

/** Asks the bank about the person's own card being added while it is not over. `false`: no such one. */
export async function checkCardLink(actor: ClientActor, id: string): Promise<boolean> {
  const link = await getCardLink(actor, id);
  if (link === null) return false;
  if (!isFinal(link.status)) await refreshCardLink(id);
  return true;
}
