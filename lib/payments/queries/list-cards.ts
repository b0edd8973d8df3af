import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { CardLine } from "@/lib/payments/types";

/** The person's own cards, the newest first. */
export async function listCards(actor: ClientActor): Promise<CardLine[]> {
  return db.savedCard.findMany({
    where: { userId: actor.userId, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, mask: true, brand: true, expiryMonth: true, expiryYear: true },
  });
}
