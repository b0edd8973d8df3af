import { startOfMonth, type CalendarDate } from "@internationalized/date";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";

/** Bills issued and money that came in a month `2026-11`; kopecks. */
export type ChartMonth = { month: string; billed: bigint; paid: bigint };

/** A month as it is drawn: lengths of the bars, and the exact sums as text. */
export type ChartBar = { month: string; short: string; up: number; down: number; billed: string; paid: string };

/** The first of the months shown, ISO. */
export function chartFrom(today: CalendarDate, months: number): string {
  return startOfMonth(today).subtract({ months: months - 1 }).toString();
}

/** Lengths only need to look right; what is read is the text. */
export function toBar({ month, billed, paid }: ChartMonth): ChartBar {
  const name = formatMonth(month);
  return { month: name, short: name.slice(0, 3), up: Number(billed) / 100, down: -Number(paid) / 100, billed: formatMoney(billed), paid: formatMoney(paid) };
}
