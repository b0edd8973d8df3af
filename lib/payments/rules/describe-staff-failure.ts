import type { ActionFailure } from "@/lib/auth/types";
import { formatMoney } from "@/lib/format/money";
import { countOf } from "@/lib/format/plurals";
import type { RefundOutcome } from "@/lib/payments/types";

/** Why nothing was done, in the words of staff; null where the fields say it themselves. */
export function describeStaffFailure(code: ActionFailure["code"], retryAfterSeconds = 60): string | null {
  switch (code) {
    case "invalid":
      return null;
    case "signed_out":
      return "Вы вышли. Войдите снова и повторите";
    case "too_many":
      return `Слишком много попыток подряд. Повторите через ${countOf(retryAfterSeconds, ["секунду", "секунды", "секунд"])}`;
    case "forbidden":
      return "У вашей роли нет на это права";
    case "missing":
    case "conflict":
    case "closed":
    case "failed":
      return "Платёж уже изменился. Обновите страницу";
  }
}

/** Why a refund did not begin. */
export function describeRefundRefusal(outcome: Extract<RefundOutcome, { kind: "too_much" | "reused_key" }>): string {
  if (outcome.kind === "reused_key") return "Этот возврат уже запрошен с другими данными. Посмотрите список возвратов, прежде чем повторить";
  return outcome.available > 0n ? `Вернуть можно не больше ${formatMoney(outcome.available)}` : "Вернуть больше нечего";
}

export function describeApprovalRefusal(): string {
  return "Возврат одобряет не тот, кто его запросил";
}
