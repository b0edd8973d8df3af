import type { ActionFailure } from "@/lib/auth/types";
import { countOf } from "@/lib/format/plurals";

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
