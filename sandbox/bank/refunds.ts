import { randomUUID } from "node:crypto";
import { invalid, notFound } from "./api-error";
import type { CreateRefund } from "./bodies";
import type { Bank } from "./context";
import { toKopecks, toValue } from "./money";
import { remainder, showRefund } from "./objects";
import { getPayment } from "./payments";
import { checkReceipt } from "./receipts";
import type { Payment, Refund } from "./records";

const SETTLE_AFTER_MS = 60 * 60_000;

export function getRefund(bank: Bank, id: string): Refund {
  const refund = bank.state.refunds.get(id);
  if (refund === undefined) throw notFound("Refund");
  return refund;
}

/** A payment_id that is not known is a wrong parameter, not a missing page. */
function findPayment(bank: Bank, id: string): Payment {
  if (!bank.state.payments.has(id)) throw invalid("Payment doesn't exist or access denied", "payment_id");
  return getPayment(bank, id);
}

export function createRefund(bank: Bank, body: CreateRefund): Refund {
  const payment = findPayment(bank, body.payment_id);
  if (payment.status !== "succeeded") throw invalid("Payment is not refundable", "payment_id");
  const { value: amount } = body.amount;
  if (toKopecks(amount) > remainder(payment)) throw invalid("Refund amount exceeds the rest of the payment", "amount.value");
  checkReceipt(body.receipt, amount);
  const refund: Refund = {
    id: randomUUID(),
    sequence: ++bank.state.sequence,
    paymentId: payment.id,
    status: "pending",
    amount,
    createdAt: bank.clock.now().toISOString(),
    description: body.description,
    hasReceipt: body.receipt !== undefined,
  };
  bank.state.refunds.set(refund.id, refund);
  addToRefunded(payment, toKopecks(amount));
  const pending = bank.faults.take("refund_pending", "refund");
  if (bank.faults.take("refund_canceled", "refund") !== undefined) refuse(refund, payment);
  else if (pending === undefined) settle(bank, refund);
  else refund.settlesAt = new Date(bank.clock.now().getTime() + (pending.ms ?? SETTLE_AFTER_MS)).toISOString();
  return refund;
}

/** Counted from the moment the refund is asked for, so that two cannot take the same money. */
function addToRefunded(payment: Payment, kopecks: bigint): void {
  payment.refunded = toValue(toKopecks(payment.refunded) + kopecks);
}

function refuse(refund: Refund, payment: Payment): void {
  refund.status = "canceled";
  refund.cancellation = { party: "payment_network", reason: "rejected_by_payee" };
  addToRefunded(payment, -toKopecks(refund.amount));
}

function settle(bank: Bank, refund: Refund): void {
  refund.status = "succeeded";
  delete refund.settlesAt;
  bank.announce("refund.succeeded", showRefund(refund));
}

export function settleRefunds(bank: Bank): void {
  const now = bank.clock.now().toISOString();
  for (const refund of bank.state.refunds.values()) {
    if (refund.settlesAt !== undefined && refund.settlesAt <= now) settle(bank, refund);
  }
}
