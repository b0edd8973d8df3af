import { randomUUID } from "node:crypto";
import { invalid, notFound } from "./api-error";
import type { CreatePayment } from "./bodies";
import { hasExpired } from "./cards";
import type { Bank, BankEvent } from "./context";
import { type Outcome, type Reason, cancellation } from "./declines";
import { toKopecks, toValue } from "./money";
import { showPayment } from "./objects";
import { checkReceipt } from "./receipts";
import type { Method, MethodType, Payment, PaymentStatus, SavedMethod } from "./records";

const PAY_WITHIN_MS = 60 * 60_000;
const CAPTURE_WITHIN_MS = 7 * 24 * 60 * 60_000;

const STEPS: Record<PaymentStatus, PaymentStatus[]> = {
  pending: ["waiting_for_capture", "succeeded", "canceled"],
  waiting_for_capture: ["succeeded", "canceled"],
  succeeded: [],
  canceled: [],
};

function move(bank: Bank, payment: Payment, to: Exclude<PaymentStatus, "pending">, changes: Partial<Payment>): void {
  if (!STEPS[payment.status].includes(to)) throw invalid(`Payment is ${payment.status} and cannot become ${to}`);
  Object.assign(payment, changes, { status: to });
  bank.announce(`payment.${to}` satisfies BankEvent, showPayment(bank, payment));
}

const after = (bank: Bank, ms: number) => new Date(bank.clock.now().getTime() + ms).toISOString();

export function getPayment(bank: Bank, id: string): Payment {
  const payment = bank.state.payments.get(id);
  if (payment === undefined) throw notFound("Payment");
  return payment;
}

/** Ways to pay this sum; a hold is possible on a card only. */
function findWays(bank: Bank, body: CreatePayment, saved: Method | undefined): MethodType[] {
  const wanted = saved?.type ?? body.payment_method_data?.type;
  const possible: MethodType[] = body.capture && !body.save_payment_method ? ["bank_card", "sbp"] : ["bank_card"];
  const named = possible.filter((way) => wanted === undefined || way === wanted);
  if (named.length === 0) throw invalid("A hold or a saved method needs a bank card", "payment_method_data.type");
  const kopecks = toKopecks(body.amount.value);
  const ways = named.filter((way) => kopecks <= (bank.limits[way] ?? kopecks));
  if (ways.length === 0) throw invalid("Amount exceeds the limit of the payment method", "amount.value");
  return ways;
}

function findSaved(bank: Bank, body: CreatePayment): SavedMethod | undefined {
  const { payment_method_id: id } = body;
  if (id === undefined) return undefined;
  if (body.payment_method_data !== undefined) throw invalid("Only one payment method can be given", "payment_method_data");
  const saved = bank.state.methods.get(id);
  if (saved === undefined) throw invalid("Payment method doesn't exist", "payment_method_id");
  return saved;
}

export function createPayment(bank: Bank, body: CreatePayment): Payment {
  const saved = findSaved(bank, body);
  if (saved === undefined && body.confirmation === undefined) throw invalid("Confirmation is required", "confirmation");
  const ways = findWays(bank, body, saved?.method);
  checkReceipt(body.receipt, body.amount.value);
  const payment: Payment = {
    id: randomUUID(),
    sequence: ++bank.state.sequence,
    status: "pending",
    amount: body.amount.value,
    refunded: toValue(0n),
    createdAt: bank.clock.now().toISOString(),
    confirmBy: after(bank, PAY_WITHIN_MS),
    description: body.description,
    metadata: body.metadata,
    capture: body.capture,
    confirmation: body.confirmation?.type,
    returnUrl: body.confirmation?.return_url,
    ways,
    way: saved?.method.type ?? body.payment_method_data?.type,
    saveMethod: body.save_payment_method && saved === undefined,
    secureCode: false,
    hasReceipt: body.receipt !== undefined,
  };
  bank.state.payments.set(payment.id, payment);
  if (saved !== undefined) chargeSaved(bank, payment, saved);
  return payment;
}

function chargeSaved(bank: Bank, payment: Payment, { method, charge }: SavedMethod): void {
  const expired = method.card !== undefined && hasExpired(method.card, bank.clock.now());
  finish(bank, payment, { method: { ...method }, outcome: expired ? "card_expired" : charge, secureCode: false });
}

/** The attempt to take the money is over: it is taken, held or refused. `charge` is how the card, if it is saved, behaves later. */
export function finish(
  bank: Bank,
  payment: Payment,
  attempt: { method: Method; outcome: Outcome; secureCode: boolean; charge?: Outcome },
): void {
  const { method, outcome, secureCode, charge = "succeeded" } = attempt;
  if (outcome !== "succeeded") return move(bank, payment, "canceled", { method, secureCode, cancellation: cancellation(outcome) });
  const saves = payment.saveMethod && method.type === "bank_card";
  const changes = { method: saves ? { ...method, saved: true } : method, secureCode };
  if (payment.capture) move(bank, payment, "succeeded", { ...changes, capturedAt: bank.clock.now().toISOString() });
  else move(bank, payment, "waiting_for_capture", { ...changes, captureBy: after(bank, CAPTURE_WITHIN_MS) });
  if (saves) bank.state.methods.set(method.id, { method: changes.method, charge });
}

/** A hold is taken, wholly or in part; what is left of it is released. */
export function capturePayment(bank: Bank, payment: Payment, amount = payment.amount): void {
  if (payment.status === "waiting_for_capture" && toKopecks(amount) > toKopecks(payment.amount)) throw invalid("Amount exceeds the hold", "amount.value");
  move(bank, payment, "succeeded", { amount, capturedAt: bank.clock.now().toISOString() });
}

export function cancelPayment(bank: Bank, payment: Payment): void {
  if (payment.status === "pending") throw invalid("Payment is pending and cannot be canceled");
  giveUp(bank, payment, "canceled_by_merchant");
}

function giveUp(bank: Bank, payment: Payment, reason: Reason): void {
  move(bank, payment, "canceled", { cancellation: cancellation(reason) });
}

/** When time ends a payment's wait: the payer's first, then the shop's. */
export function deadlineOf(payment: Payment): string | undefined {
  if (payment.status === "pending") return payment.confirmBy;
  return payment.status === "waiting_for_capture" ? payment.captureBy : undefined;
}

export function expirePayments(bank: Bank): void {
  const now = bank.clock.now().toISOString();
  for (const payment of bank.state.payments.values()) {
    const deadline = deadlineOf(payment);
    if (deadline === undefined || deadline > now) continue;
    giveUp(bank, payment, payment.status === "pending" ? "expired_on_confirmation" : "expired_on_capture");
  }
}

/** Money that arrives for a payment already given up: what a bank's operator does by hand. */
export function reopenPayment(payment: Payment): void {
  if (payment.status !== "canceled") throw invalid("Only a canceled payment can be reopened");
  payment.status = "pending";
  delete payment.cancellation;
}
