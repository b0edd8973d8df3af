import { fromDate, parseDate } from "@internationalized/date";
import { countOf, pluralOf } from "@/lib/format/plurals";

/** A calendar day: an object of @internationalized/date or ISO text. */
type Day = { year: number; month: number; day: number } | string;

const MONTHS = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
const MONTHS_GENITIVE = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

const two = (value: number) => String(value).padStart(2, "0");
const fields = (day: Day) => (typeof day === "string" ? parseDate(day.length === 7 ? `${day}-01` : day) : day);

/** `19.11.2026`. */
export function formatDay(day: Day): string {
  const { year, month, day: date } = fields(day);
  return `${two(date)}.${two(month)}.${String(year).padStart(4, "0")}`;
}

/** `21 ноября 2026`. */
export function formatDayInWords(day: Day): string {
  const { year, month, day: date } = fields(day);
  return `${date} ${MONTHS_GENITIVE[month - 1]} ${year}`;
}

/** `ноябрь 2026` of a day or of `2026-11`. */
export function formatMonth(day: Day): string {
  const { year, month } = fields(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** The day of a moment in a zone: `19.11.2026`. */
export function formatDayOf(moment: Date, zone: string): string {
  return formatDay(fromDate(moment, zone));
}

/** `19.11.2026, 14:02` in a zone. */
export function formatMoment(moment: Date, zone: string): string {
  return `${formatDayOf(moment, zone)}, ${formatTime(moment, zone)}`;
}

/** `14:02` in a zone. */
export function formatTime(moment: Date, zone: string): string {
  const local = fromDate(moment, zone);
  return `${two(local.hour)}:${two(local.minute)}`;
}

/** `осталось 30 дней`; zero is the last day. */
export function formatDaysLeft(days: number): string {
  if (days <= 0) return "сегодня последний день";
  return `${pluralOf(days, ["остался", "осталось", "осталось"])} ${countOf(days, ["день", "дня", "дней"])}`;
}
