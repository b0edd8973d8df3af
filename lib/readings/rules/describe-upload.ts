import { formatDayInWords, formatMoment, formatMonth } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/numbers";
import type { TheirReading, WindowState } from "@/lib/readings/types";

/** When readings of a month are taken, in the words of the form. */
export function describeAccess(month: string | null, window: WindowState | null): string {
  if (month === null || window === null) return "Период передачи показаний по этому договору ещё не назначен";
  const what = `Передача показаний за ${formatMonth(month)}`;
  if (window.state === "closed") return `${what} закончилась ${formatDayInWords(window.lastDay)}`;
  const when = `с ${formatDayInWords(window.firstDay)} по ${formatDayInWords(window.lastDay)}`;
  return window.state === "open" ? `${what} доступна ${when}` : `${what} будет доступна ${when}`;
}

/** Why a file cannot be taken now. */
export function describeClosed(window: WindowState | null): string {
  if (window?.state === "closed") return `Приём показаний закончился ${formatDayInWords(window.lastDay)}. Ничего не передано`;
  if (window?.state === "not_open") return `Приём показаний начнётся ${formatDayInWords(window.firstDay)}. Ничего не передано`;
  return "Период передачи показаний по этому договору ещё не назначен. Ничего не передано";
}

/** Whose value is there instead of the one the preview was made against. */
export function describeTheirs({ value, by, at }: TheirReading, zone: string): string {
  return `передано ${formatNumber(value)} (${by}, ${formatMoment(at, zone)})`;
}

const REFUSED_BEFORE_READING: Record<string, string> = {
  no_file: "Выберите файл с показаниями",
  closed: "Приём показаний по этому договору сейчас закрыт. Ничего не передано",
  too_many: "Слишком много загрузок подряд. Попробуйте через несколько минут",
  too_big: "Файл больше 10 МБ. Разделите его на несколько",
  busy: "Сейчас загружают много файлов. Попробуйте через минуту",
};

/** What a form sent without JavaScript learns from its address, which carries the code alone. */
export function describeRefusedCode(code: string): string {
  const known = Object.hasOwn(REFUSED_BEFORE_READING, code) ? REFUSED_BEFORE_READING[code] : undefined;
  return known ?? "Файл не удалось прочитать. Заполните шаблон интегральных показаний, сохраните его как .xlsx или .xls и загрузите снова";
}
