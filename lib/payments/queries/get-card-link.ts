import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { CardLinkResult } from "@/lib/payments/types";

/** Null: no such own one. */
export async function getCardLink(actor: ClientActor, id: string): Promise<CardLinkResult | null> {
  const found = await db.cardLink.findFirst({
    where: { id, userId: actor.userId },
    select: { id: true, status: true, savedCardId: true, confirmationUrl: true, failureReason: true },
  });
  if (found === null) return null;
  const { savedCardId, ...link } = found;
  return { ...link, savedCard: savedCardId !== null };
}
