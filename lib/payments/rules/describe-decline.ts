/** Reasons of the bank, as they can be told to the payer: what happened and what to do. */
const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "3d_secure_failed": "Платёж не подтверждён кодом банка. Повторите и введите код из сообщения",
    call_issuer: "Банк, выпустивший карту, отклонил платёж. Узнайте у него причину или возьмите другую карту",
    canceled_by_merchant: "Платёж отменён сбытовой компанией",
    card_expired: "Срок действия карты истёк. Возьмите другую карту",
    country_forbidden: "Карты этой страны не принимаются. Возьмите другую карту",
    expired_on_capture: "Время на списание истекло, деньги не списаны",
    expired_on_confirmation: "Платёж не подтверждён вовремя на странице банка",
    fraud_suspected: "Банк счёл платёж подозрительным. Возьмите другую карту или другой способ оплаты",
    general_decline: "Банк отклонил платёж без объяснения причины. Узнайте её у своего банка",
    identification_required: "Превышен предел платежей без подтверждения личности",
    insufficient_funds: "На карте не хватает денег",
    internal_timeout: "Банк не успел обработать платёж. Повторите его",
    invalid_card_number: "Неверный номер карты",
    invalid_csc: "Неверный код с обратной стороны карты",
    issuer_unavailable: "Банк, выпустивший карту, сейчас не отвечает. Повторите позже",
    payment_method_limit_exceeded: "Исчерпан предел платежей по этой карте или по этому способу оплаты",
    payment_method_restricted: "Операции этой картой запрещены банком. Возьмите другую карту",
    permission_revoked: "Разрешение платить этой сохранённой картой отозвано. Добавьте карту заново",
  }),
);

/** The bank's code in words; an unknown code says only what is certain. */
export function describeDecline(code: string | null, otherwise = "Банк не провёл платёж, деньги не списаны"): string {
  return REASONS.get(code ?? "") ?? otherwise;
}
