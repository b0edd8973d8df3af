import { countOf } from "@/lib/format/plurals";
import type { ActionFailure } from "@/lib/auth/types";

export const NO_ANSWER =
  "Ответ сервера не получен. Введённое не потеряно: проверьте связь и нажмите «Передать показания» ещё раз, дважды показания не сохранятся";

export const NOTHING_TO_SEND = "Нечего передавать: введите новое показание хотя бы одного прибора";

/** Why the form was not taken and what to do; what was typed stays in its fields. */
export function describeFailure({ code, retryAfterSeconds }: ActionFailure): string {
  switch (code) {
    case "signed_out":
      return "Вы вышли из кабинета. Введённое сохранено в этом окне: войдите снова и передайте показания";
    case "too_many":
      return `Слишком много попыток подряд. Повторите через ${countOf(retryAfterSeconds ?? 60, ["секунду", "секунды", "секунд"])}`;
    case "forbidden":
    case "missing":
      return "У вас больше нет права передавать показания по этому договору. Права даёт администратор договора";
    case "closed":
    case "conflict":
    case "invalid":
    case "failed":
      return "Показания не сохранены. Обновите страницу и передайте их ещё раз: введённое не потеряется";
  }
}
