import { endOfMonth, parseDate, startOfMonth, type CalendarDate } from "@internationalized/date";

/** First and last day, ISO. */
export type Period = { from: string; to: string };

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Months of the address as `yyyy-mm`; nonsense means the current one, exchanged ends are put right. */
export function readPeriod(raw: { from?: unknown; to?: unknown }, today: CalendarDate): Period {
  const from = readMonth(raw.from) ?? startOfMonth(today);
  const to = readMonth(raw.to) ?? startOfMonth(today);
  const [first, last] = from.compare(to) <= 0 ? [from, to] : [to, from];
  return { from: first.toString(), to: endOfMonth(last).toString() };
}

function readMonth(raw: unknown): CalendarDate | null {
  return typeof raw === "string" && MONTH.test(raw) ? parseDate(`${raw}-01`) : null;
}
