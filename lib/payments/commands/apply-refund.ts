import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/lib/audit/writer";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { closeCall } from "@/lib/payments/commands/bank-calls";
import { findPayment, type PaymentRow } from "@/lib/payments/commands/find-payment";
import { findRefund, type RefundRow } from "@/lib/payments/commands/find-refund";
import { giveBack } from "@/lib/payments/commands/give-back";
import { movePayment } from "@/lib/payments/commands/move-payment";
import { moveRefund, type RefundChanges } from "@/lib/payments/commands/move-refund";
import { retried } from "@/lib/payments/commands/overtaken";
import { decideRefund } from "@/lib/payments/rules/decide-refund";
import { REFUND_AT_BANK } from "@/lib/payments/constants";
import type { BankRefund } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";

const NOTHING: Outcome<undefined> = { result: undefined, audit: [] };
const ACTIONS = { pending: "lose", succeeded: "succeed", canceled: "cancel" } as const;

async function hold(tx: Tx, payment: PaymentRow): Promise<Outcome<undefined>> {
  if (payment.heldReason !== null) return NOTHING;
  return { result: undefined, audit: [await movePayment(tx, payment, "payment.hold", payment.status, { heldReason: "refund" })] };
}

async function apply(tx: Tx, row: RefundRow, object: BankRefund): Promise<Outcome<undefined>> {
  const decision = decideRefund({ ...row, bankPaymentId: row.payment.bankId }, object);
  if (decision.kind === "none") return NOTHING;
  const payment = await findPayment(tx, row.paymentId);
  if (!payment) return NOTHING;
  if (decision.kind === "hold") return hold(tx, payment);
  const changes: RefundChanges = { ...(row.bankId === null && { bankId: object.id }), ...(object.reason !== null && { failureReason: object.reason }) };
  if (decision.kind === "attach") return { result: undefined, audit: [await moveRefund(tx, row, "refund.attach", row.status, changes)] };
  const moved = await moveRefund(tx, row, `refund.${ACTIONS[object.status]}`, decision.to, changes);
  if (decision.to !== "succeeded") return { result: undefined, audit: [moved] };
  const given = await giveBack(tx, payment, { id: row.id, amount: row.amount, reason: row.reason, bankId: object.id });
  return { ...given, audit: [moved, ...given.audit] };
}

export function applyRefund(refundId: string, object: BankRefund, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, "200");
      const row = await findRefund(tx, refundId);
      return row ? apply(tx, row, object) : NOTHING;
    }),
  );
}

/**
 * A refund made at the bank's own side. Not while one of ours may be the same: its answer is still unknown. Answers whether it
 * is recorded now.
 */
export function recordBankRefund(paymentId: string, object: BankRefund): Promise<boolean> {
  return retried(() =>
    transact<boolean>(BANK_ACTOR, async (tx) => {
      await tx.$executeRaw`SELECT FROM payments WHERE id = ${paymentId}::uuid FOR NO KEY UPDATE`;
      const payment = await findPayment(tx, paymentId);
      const doubtful = { OR: [{ bankId: object.id }, { paymentId, bankId: null, status: { in: ["submitting" as const, "unknown" as const] } }] };
      if (payment?.bankId !== object.paymentId || object.status !== "succeeded" || (await tx.refund.count({ where: doubtful })) > 0) {
        return { result: false, audit: [] };
      }
      if (object.currency !== "RUB" || object.amount <= 0n || object.amount > payment.capturedAmount - payment.refundedAmount) {
        return { ...(await hold(tx, payment)), result: false };
      }
      const { created, id } = await createRecorded(tx, payment, object);
      const given = await giveBack(tx, payment, { id, amount: object.amount, reason: REFUND_AT_BANK, bankId: object.id });
      return { ...given, result: true, audit: [created, ...given.audit] };
    }),
  );
}

async function createRecorded(tx: Tx, payment: PaymentRow, object: BankRefund): Promise<{ id: string; created: AuditEntry }> {
  const at = now();
  const { id } = await tx.refund.create({
    data: {
      paymentId: payment.id,
      clientKey: randomUUID(),
      status: "succeeded",
      amount: object.amount,
      reason: REFUND_AT_BANK,
      bankId: object.id,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  const after = { status: "succeeded", amount: String(object.amount), paymentId: payment.id, bankId: object.id, reason: REFUND_AT_BANK };
  return { id, created: { action: "refund.record", subject: { kind: "refund", id }, contractId: payment.contractId, after } };
}
