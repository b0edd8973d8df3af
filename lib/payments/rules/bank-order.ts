import { CARD_HOLD, CARD_RETURN_PATH, PAYMENT_RETURN_PATH, PURPOSE_MAX, type PaymentMethod } from "@/lib/payments/constants";
import type { BankOrder } from "@/lib/payments/types";

type PaymentRow = {
  id: string;
  amount: bigint;
  method: PaymentMethod;
  purpose: string;
  receiptEmail: string;
  saveCard: boolean;
  savedCard: { token: string } | null;
};

/** What the bank is asked for a payment. The same row always gives the same order: the bank compares it with the key. */
export function paymentOrder(payment: PaymentRow, contract: string, appUrl: string): BankOrder {
  return {
    amount: payment.amount,
    capture: true,
    description: payment.purpose.slice(0, PURPOSE_MAX),
    metadata: { payment_id: payment.id, contract },
    returnUrl: `${appUrl}${PAYMENT_RETURN_PATH}/${payment.id}`,
    way: payment.savedCard ? { token: payment.savedCard.token } : payment.method === "sbp" ? { type: "sbp", save: false } : { type: "bank_card", save: payment.saveCard },
    receipt: { email: payment.receiptEmail, subject: payment.purpose.slice(0, PURPOSE_MAX) },
  };
}

/** The hold by which a card is added. */
export function cardOrder(linkId: string, appUrl: string): BankOrder {
  return {
    amount: CARD_HOLD,
    capture: false,
    description: "Проверка карты, деньги не спишутся",
    metadata: { card_link_id: linkId },
    returnUrl: `${appUrl}${CARD_RETURN_PATH}/${linkId}`,
    way: { type: "bank_card", save: true },
    receipt: null,
  };
}
