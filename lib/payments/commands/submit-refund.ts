import "server-only";
import { transact } from "@/lib/db/transact";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { closeCall, openCall } from "@/lib/payments/commands/bank-calls";
import { findRefund } from "@/lib/payments/commands/find-refund";
import { moveRefund } from "@/lib/payments/commands/move-refund";
import { retried } from "@/lib/payments/commands/overtaken";

export type RefundSubmission = { callId: string; key: string; first: boolean; refund: { bankPaymentId: string; amount: bigint; description: string } };

/** Before the bank is called: the refund is `submitting` and the call is stored. `null`: nothing to submit. */
export function beginRefund(refundId: string): Promise<RefundSubmission | null> {
  return retried(() =>
    transact<RefundSubmission | null>(BANK_ACTOR, async (tx) => {
      const row = await findRefund(tx, refundId);
      if (!row?.bankKey || row.payment.bankId === null || row.bankId !== null) return { result: null, audit: [] };
      const first = row.status === "approved";
      if (!first && row.status !== "submitting" && row.status !== "unknown") return { result: null, audit: [] };
      const audit = first ? [await moveRefund(tx, row, "refund.submit", "submitting")] : [];
      const callId = await openCall(tx, { operation: "refund", refundId, paymentId: row.paymentId });
      const refund = { bankPaymentId: row.payment.bankId, amount: row.amount, description: `Возврат № ${row.number}` };
      return { result: { callId, key: row.bankKey, first, refund }, audit };
    }),
  );
}

/** Nobody knows what the bank did with it. */
export function markRefundUnknown(refundId: string, callId: string, outcome: string): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, outcome);
      const row = await findRefund(tx, refundId);
      if (row?.status !== "submitting") return { result: undefined, audit: [] };
      return { result: undefined, audit: [await moveRefund(tx, row, "refund.lose", "unknown")] };
    }),
  );
}

/** The bank refused it for good, or never had it. */
export function failRefund(refundId: string, reason: string, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, reason);
      const row = await findRefund(tx, refundId);
      if (!row || row.bankId !== null || (row.status !== "submitting" && row.status !== "unknown")) return { result: undefined, audit: [] };
      return { result: undefined, audit: [await moveRefund(tx, row, "refund.fail", "failed", { failureReason: reason })] };
    }),
  );
}
