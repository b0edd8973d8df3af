import "server-only";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { closeCall } from "@/lib/payments/commands/bank-calls";
import { capturePayment } from "@/lib/payments/commands/capture-payment";
import { endPayment } from "@/lib/payments/commands/end-payment";
import { findPayment, type PaymentRow } from "@/lib/payments/commands/find-payment";
import { movePayment, type PaymentChanges } from "@/lib/payments/commands/move-payment";
import { retried } from "@/lib/payments/commands/overtaken";
import type { PaymentStatus } from "@/lib/payments/constants";
import { decidePayment } from "@/lib/payments/rules/decide-payment";
import { isFinal } from "@/lib/payments/rules/machine";
import type { BankPayment } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";

const NOTHING: Outcome<undefined> = { result: undefined, audit: [] };

async function wasCleared(tx: Tx, row: PaymentRow): Promise<boolean> {
  if (!isFinal(row.status)) return false;
  return (await tx.auditEvent.count({ where: { subjectKind: "payment", subjectId: row.id, action: "payment.clear_hold" } })) > 0;
}

/** What the object says beside the status. */
function changesOf(row: PaymentRow, object: BankPayment): PaymentChanges {
  return {
    ...(row.bankId === null && { bankId: object.id }),
    ...(object.method?.title && { methodTitle: object.method.title }),
    ...(object.reason !== null && { failureReason: object.reason }),
  };
}

async function step(tx: Tx, row: PaymentRow, object: BankPayment, to: PaymentStatus): Promise<Outcome<undefined>> {
  const changes = changesOf(row, object);
  switch (to) {
    case "succeeded":
      return capturePayment(tx, row, object, changes, "capture");
    case "canceled":
    case "expired":
      return { result: undefined, audit: [await endPayment(tx, row, to, changes)] };
    case "awaiting_user":
      return { result: undefined, audit: [await movePayment(tx, row, "payment.await", to, { ...changes, confirmationUrl: object.confirmationUrl })] };
    case "authorised":
      return { result: undefined, audit: [await movePayment(tx, row, "payment.authorise", to, { ...changes, confirmationUrl: null })] };
    case "unknown":
      return { result: undefined, audit: [await movePayment(tx, row, "payment.lose", to, changes)] };
    case "created":
    case "submitting":
    case "failed":
      throw new Error(`the bank's object never leads to ${to}`);
  }
}

/** Brings ours to what the bank's object says; the same object twice changes nothing the second time. */
async function applyBankPayment(tx: Tx, row: PaymentRow, object: BankPayment): Promise<Outcome<undefined>> {
  const known = {
    status: row.status,
    amount: row.amount,
    bankId: row.bankId,
    tag: { key: "payment_id" as const, id: row.id },
    held: row.heldReason !== null,
    settledByStaff: await wasCleared(tx, row),
    liveUntil: row.liveUntil,
  };
  const decision = decidePayment(known, object, now());
  switch (decision.kind) {
    case "step":
      return step(tx, row, object, decision.to);
    case "correct":
      return capturePayment(tx, row, object, changesOf(row, object), "correction");
    case "attach":
      return { result: undefined, audit: [await movePayment(tx, row, "payment.attach", row.status, changesOf(row, object))] };
    case "hold":
      return { result: undefined, audit: [await movePayment(tx, row, "payment.hold", row.status, { heldReason: decision.reason })] };
    case "none":
      return NOTHING;
  }
}

/** `callId` is of the call that brought the object. */
export function applyPayment(paymentId: string, object: BankPayment, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, "200");
      const row = await findPayment(tx, paymentId);
      return row ? applyBankPayment(tx, row, object) : NOTHING;
    }),
  );
}
