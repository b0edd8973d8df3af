import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import { now } from "@/lib/platform/clock";

/** The token is kept for payments already made by it, never used again. `false`: no such own card. */
export function removeCard(actor: ClientActor, cardId: string): Promise<boolean> {
  return transact(actor, async (tx) => {
    const { count } = await tx.savedCard.updateMany({ where: { id: cardId, userId: actor.userId, removedAt: null }, data: { removedAt: now() } });
    return { result: count === 1, audit: count === 1 ? [{ action: "card.remove", subject: { kind: "saved_card", id: cardId } }] : [] };
  });
}
