import "server-only";
import { transact } from "@/lib/db/transact";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { closeCall, openCall } from "@/lib/payments/commands/bank-calls";
import { endPayment } from "@/lib/payments/commands/end-payment";
import { findPayment } from "@/lib/payments/commands/find-payment";
import { movePayment } from "@/lib/payments/commands/move-payment";
import { retried } from "@/lib/payments/commands/overtaken";
import { paymentOrder } from "@/lib/payments/rules/bank-order";
import type { BankOrder } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export type Submission = { callId: string; key: string; order: BankOrder; first: boolean };

/**
 * Before the bank is called: the payment is `submitting` and the call is stored. A payment whose answer was lost is asked for
 * again with the same key. `null`: there is nothing to submit, or not any more.
 */
export function beginSubmission(paymentId: string): Promise<Submission | null> {
  return retried(() =>
    transact<Submission | null>(BANK_ACTOR, async (tx) => {
      const row = await findPayment(tx, paymentId);
      if (!row || row.bankId !== null || row.heldReason !== null || now() >= row.liveUntil) return { result: null, audit: [] };
      const first = row.status === "created";
      if (!first && row.status !== "submitting" && row.status !== "unknown") return { result: null, audit: [] };
      const audit = first ? [await movePayment(tx, row, "payment.submit", "submitting")] : [];
      const callId = await openCall(tx, { operation: "create", paymentId });
      const order = paymentOrder(row, row.contract.number, env.appUrl);
      return { result: { callId, key: row.bankKey, order, first }, audit };
    }),
  );
}

/** Nobody knows what the bank did with it. */
export function markUnknown(paymentId: string, callId: string, outcome: string): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, outcome);
      const row = await findPayment(tx, paymentId);
      if (row?.status !== "submitting") return { result: undefined, audit: [] };
      return { result: undefined, audit: [await movePayment(tx, row, "payment.lose", "unknown")] };
    }),
  );
}

/** The bank has no such payment and will have none; one that was never submitted goes through `submitting`, as the table says. */
export function failPayment(paymentId: string, reason: string, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, reason);
      const row = await findPayment(tx, paymentId);
      if (!row || row.bankId !== null) return { result: undefined, audit: [] };
      if (row.status === "created") {
        const submitted = await movePayment(tx, row, "payment.submit", "submitting");
        const failed = await endPayment(tx, { ...row, status: "submitting", version: row.version + 1 }, "failed", { failureReason: reason });
        return { result: undefined, audit: [submitted, failed] };
      }
      if (row.status !== "submitting" && row.status !== "unknown") return { result: undefined, audit: [] };
      return { result: undefined, audit: [await endPayment(tx, row, "failed", { failureReason: reason })] };
    }),
  );
}
