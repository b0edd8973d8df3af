import "server-only";
import { db } from "@/lib/db/client";

/** What a process must know to go on with a payment. */
export function getAttempt(paymentId: string) {
  return db.payment.findUnique({
    where: { id: paymentId },
    select: { id: true, status: true, bankId: true, capturedAmount: true, confirmationUrl: true, createdAt: true, liveUntil: true, heldReason: true },
  });
}

export function getLinkAttempt(linkId: string) {
  return db.cardLink.findUnique({
    where: { id: linkId },
    select: { id: true, status: true, bankId: true, bankKey: true, confirmationUrl: true, createdAt: true },
  });
}

export function getRefundAttempt(refundId: string) {
  return db.refund.findUnique({
    where: { id: refundId },
    select: {
      id: true,
      status: true,
      bankId: true,
      amount: true,
      payment: { select: { id: true, bankId: true } },
      calls: { where: { operation: "refund" }, orderBy: { startedAt: "asc" }, take: 1, select: { startedAt: true } },
    },
  });
}

/** Ours by the bank's ids. */
export async function listKnownRefunds(paymentId: string): Promise<Map<string, string>> {
  const rows = await db.refund.findMany({ where: { paymentId, bankId: { not: null } }, select: { id: true, bankId: true } });
  return new Map(rows.map(({ id, bankId }) => [bankId ?? "", id]));
}

/** Refunds of a payment whose answer is still unknown. */
export async function listDoubtfulRefunds(paymentId: string): Promise<string[]> {
  const rows = await db.refund.findMany({ where: { paymentId, bankId: null, status: { in: ["submitting", "unknown"] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
