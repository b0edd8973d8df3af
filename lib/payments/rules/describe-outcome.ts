import { formatTime } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import type { PaymentResult } from "@/lib/payments/types";

export type Outcome = { tone: "success" | "warning" | "error" | "info"; title: string; text: string };

/** What became of a payment, in the words of its payer. */
export function describeOutcome(payment: PaymentResult, zone: string): Outcome {
  if (payment.held) {
    return {
      tone: "warning",
      title: "Платёж проверяет сотрудник",
      text: "Ответ банка отличается от того, что было отправлено. Платить ещё раз не нужно: о решении придёт письмо",
    };
  }
  switch (payment.status) {
    case "created":
    case "submitting":
    case "unknown":
      return {
        tone: "info",
        title: "Банк ещё не ответил",
        text: "Платить ещё раз не нужно: исход уточняется, страница обновится сама. Её можно закрыть, письмо придёт и так",
      };
    case "awaiting_user":
      return {
        tone: "info",
        title: "Банк ждёт подтверждения оплаты",
        text: `Если вы уже заплатили, подождите: страница обновится сама. Если нет, продолжить можно до ${formatTime(payment.liveUntil, zone)}`,
      };
    case "authorised":
      return { tone: "info", title: "Деньги удержаны на карте", text: "Банк завершает платёж, страница обновится сама" };
    case "succeeded":
      return succeeded(payment);
    case "expired":
      return { tone: "error", title: "Оплата не прошла", text: describeDecline("expired_on_confirmation") };
    case "canceled":
    case "failed":
      return { tone: "error", title: "Оплата не прошла", text: describeDecline(payment.failureReason) };
  }
}

function succeeded({ amount, refunded, receiptEmail }: PaymentResult): Outcome {
  if (refunded === amount) return { tone: "warning", title: "Деньги возвращены", text: `Возвращено ${formatMoney(refunded)}` };
  const back = refunded > 0n ? `. Из них возвращено ${formatMoney(refunded)}` : "";
  return { tone: "success", title: "Оплата прошла", text: `Чек придёт на ${receiptEmail}${back}` };
}
