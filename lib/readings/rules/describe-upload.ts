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
