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
    select: { id: true, status: true, bankId: true, amount: true, updatedAt: true, createdAt: true, payment: { select: { id: true, bankId: true } } },
  });
}

/** The bank's refunds of a payment of which we know. */
export async function listRefundBankIds(paymentId: string): Promise<Map<string, { id: string; status: string }>> {
  const rows = await db.refund.findMany({ where: { paymentId, bankId: { not: null } }, select: { id: true, bankId: true, status: true } });
  return new Map(rows.map(({ id, bankId, status }) => [bankId ?? "", { id, status }]));
}

/** Refunds of a payment whose answer is still unknown. */
export async function listDoubtfulRefunds(paymentId: string): Promise<string[]> {
  const rows = await db.refund.findMany({ where: { paymentId, bankId: null, status: { in: ["submitting", "unknown"] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
