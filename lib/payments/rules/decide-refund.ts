import type { RefundStatus } from "@/lib/payments/constants";
import { canRefundStep } from "@/lib/payments/rules/machine";
import type { BankRefund } from "@/lib/payments/types";

export type RefundDecision = { kind: "none" } | { kind: "step"; to: RefundStatus } | { kind: "attach" } | { kind: "hold"; reason: string };

type KnownRefund = { status: RefundStatus; amount: bigint; bankId: string | null; bankPaymentId: string | null };

const TARGETS = { pending: "unknown", succeeded: "succeeded", canceled: "canceled" } as const satisfies Record<BankRefund["status"], RefundStatus>;

/** What the bank's refund means for ours. A mismatch holds the payment: money went back that nobody here asked for. */
export function decideRefund({ status, amount, bankId, bankPaymentId }: KnownRefund, object: BankRefund): RefundDecision {
  if (object.paymentId !== bankPaymentId || object.amount !== amount || object.currency !== "RUB") return { kind: "hold", reason: "refund" };
  const to = TARGETS[object.status];
  if (canRefundStep(status, to)) return { kind: "step", to };
  return bankId === null ? { kind: "attach" } : { kind: "none" };
}
