import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import type { StartedCardLink } from "@/lib/payments/types";

/** Opens the bank's page for adding a card. */
export function startCardLink(_actor: ClientActor, _request: { clientKey: string }): Promise<StartedCardLink> {
  throw new Error("not written yet");
}

/** Asks the bank whether the card was added, cancels the hold. The return page `/cards/return/[id]` calls it. */
export function refreshCardLink(_linkId: string): Promise<void> {
  throw new Error("not written yet");
}
