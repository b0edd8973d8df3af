import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";

const PAYMENT = {
  id: true,
  number: true,
  contractId: true,
  userId: true,
  status: true,
  method: true,
  amount: true,
  capturedAmount: true,
  refundedAmount: true,
  purpose: true,
  receiptEmail: true,
  saveCard: true,
  bankKey: true,
  bankId: true,
  heldReason: true,
  version: true,
  liveUntil: true,
  contract: { select: { number: true } },
  savedCard: { select: { token: true } },
} as const satisfies Prisma.PaymentSelect;

export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof PAYMENT }>;

/** The payment as a transition needs it; what it says holds only while `version` is the same. */
export function findPayment(tx: Tx, id: string): Promise<PaymentRow | null> {
  return tx.payment.findUnique({ where: { id }, select: PAYMENT });
}
