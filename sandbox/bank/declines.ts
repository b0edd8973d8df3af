/** Why a payment was canceled, by whom, and how a person is told. The names are those of the real bank. */
export const REASONS = {
  "3d_secure_failed": { party: "payment_network", words: "Не пройдена проверка 3-D Secure" },
  call_issuer: { party: "payment_network", words: "Банк, выпустивший карту, отклонил оплату. Позвоните в него" },
  canceled_by_merchant: { party: "merchant", words: "Магазин отменил платёж" },
  card_expired: { party: "payment_network", words: "Срок действия карты истёк" },
  expired_on_capture: { party: "yoo_money", words: "Магазин не подтвердил списание вовремя" },
  expired_on_confirmation: { party: "yoo_money", words: "Время на оплату вышло" },
  fraud_suspected: { party: "yoo_money", words: "Платёж заблокирован: похоже на мошенничество" },
  general_decline: { party: "payment_network", words: "Вы или ваш банк отклонили оплату" },
  insufficient_funds: { party: "payment_network", words: "На карте недостаточно денег" },
  issuer_unavailable: { party: "payment_network", words: "Банк, выпустивший карту, не отвечает" },
  permission_revoked: { party: "yoo_money", words: "Разрешение на списание отозвано" },
} as const;

export type Reason = keyof typeof REASONS;
export type Cancellation = { party: (typeof REASONS)[Reason]["party"]; reason: Reason };
/** How an attempt to take money ends. */
export type Outcome = "succeeded" | Reason;

export const REASON_NAMES = Object.keys(REASONS) as Reason[];

export function cancellation(reason: Reason): Cancellation {
  return { party: REASONS[reason].party, reason };
}
