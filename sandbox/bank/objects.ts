import type { Bank } from "./context";
import type { Method, Payment, Refund } from "./records";
import { toKopecks, toValue } from "./money";

const roubles = (value: string) => ({ value, currency: "RUB" });

function showMethod(method: Method): object {
  const { id, type, saved, card, operation } = method;
  const title = card === undefined ? "СБП" : `Bank card *${card.last4}`;
  return {
    type,
    id,
    saved,
    status: saved ? "active" : "inactive",
    title,
    ...(card !== undefined && { card: { ...card, issuer_country: "RU", issuer_name: "Demo Bank" } }),
    ...(operation !== undefined && { sbp_operation_id: operation }),
  };
}

const RECEIPT = { pending: "pending", waiting_for_capture: "pending", succeeded: "succeeded", canceled: "canceled" } as const;

export const remainder = (payment: Payment): bigint => toKopecks(payment.amount) - toKopecks(payment.refunded);

function showConfirmation(bank: Bank, payment: Payment): object {
  const url = `${bank.publicUrl}/pay/${payment.id}`;
  return payment.confirmation === "qr"
    ? { type: "qr", confirmation_data: url }
    : { type: "redirect", return_url: payment.returnUrl, confirmation_url: url };
}

/** The payment as the API shows it: only the fields that its status has. */
export function showPayment(bank: Bank, payment: Payment): object {
  const { status, method, cancellation } = payment;
  const taken = status === "succeeded" || status === "waiting_for_capture";
  return {
    id: payment.id,
    status,
    paid: taken,
    amount: roubles(payment.amount),
    ...(status === "succeeded" && { income_amount: roubles(payment.amount), captured_at: payment.capturedAt }),
    ...(status === "waiting_for_capture" && { expires_at: payment.captureBy }),
    ...(status === "pending" && payment.confirmation !== undefined && { confirmation: showConfirmation(bank, payment) }),
    created_at: payment.createdAt,
    ...(payment.description !== undefined && { description: payment.description }),
    metadata: payment.metadata,
    ...(method !== undefined && { payment_method: showMethod(method) }),
    ...(taken && { authorization_details: { auth_code: payment.id.slice(0, 6), three_d_secure: { applied: payment.secureCode } } }),
    ...(cancellation !== undefined && { cancellation_details: cancellation }),
    recipient: { account_id: bank.shopId, gateway_id: "1" },
    refundable: status === "succeeded" && remainder(payment) > 0n,
    ...(status === "succeeded" && { refunded_amount: roubles(payment.refunded) }),
    ...(payment.hasReceipt && { receipt_registration: RECEIPT[status] }),
    test: true,
  };
}

export function showRefund(refund: Refund): object {
  return {
    id: refund.id,
    payment_id: refund.paymentId,
    status: refund.status,
    amount: roubles(refund.amount),
    created_at: refund.createdAt,
    ...(refund.description !== undefined && { description: refund.description }),
    ...(refund.cancellation !== undefined && { cancellation_details: refund.cancellation }),
    ...(refund.hasReceipt && { receipt_registration: refund.status }),
  };
}

/** A lie about a payment: exactly what a true notification would carry. */
export function forgeSuccess(bank: Bank, payment: Payment): object {
  const capturedAt = bank.clock.now().toISOString();
  return showPayment(bank, { ...payment, status: "succeeded", capturedAt, refunded: toValue(0n) });
}
