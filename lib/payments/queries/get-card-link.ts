import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { CardLinkResult } from "@/lib/payments/types";

/** Null: no such own one. */
export async function getCardLink(actor: ClientActor, id: string): Promise<CardLinkResult | null> {
  return db.cardLink.findFirst({
    where: { id, userId: actor.userId },
    select: { id: true, status: true, confirmationUrl: true, failureReason: true },
  });
}
