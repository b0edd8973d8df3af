import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";

const REFUND = {
  id: true,
  number: true,
  paymentId: true,
  status: true,
  amount: true,
  reason: true,
  bankKey: true,
  bankId: true,
  requestedByUserId: true,
  version: true,
  createdAt: true,
  payment: { select: { contractId: true, bankId: true } },
} as const satisfies Prisma.RefundSelect;

export type RefundRow = Prisma.RefundGetPayload<{ select: typeof REFUND }>;

export function findRefund(tx: Tx, id: string): Promise<RefundRow | null> {
  return tx.refund.findUnique({ where: { id }, select: REFUND });
}
