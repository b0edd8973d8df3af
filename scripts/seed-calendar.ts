import { type CalendarDate, startOfMonth } from "@internationalized/date";
import type { ImportPeriods } from "@/lib/integration/schema";

const HISTORY_MONTHS = 24;
export const PERIOD_GROUP = "standard";
/** Readings of a month are taken through the 21st of the next one. */
const CLOSING_DAY = 22;
/** Billing has accepted everything and issues the bills of the last month. */
const BILLING_DAY = 5;

/** `2026-11` of any day of November 2026. */
export const monthOf = (day: CalendarDate) => day.toString().slice(0, 7);

/** First days of the months before the current one, oldest first. */
export function pastMonths(today: CalendarDate, count = HISTORY_MONTHS): CalendarDate[] {
  const current = startOfMonth(today);
  return Array.from({ length: count }, (_, index) => current.subtract({ months: count - index }));
}

/** The day on which billing finished a past month: not after today. */
export function billedOn(month: CalendarDate, today: CalendarDate): CalendarDate {
  const day = startOfMonth(month).add({ months: 1 }).set({ day: BILLING_DAY });
  return day.compare(today) > 0 ? today : day;
}

/** A month's window in the supplier's zone; `closedOn`: the day it was closed before its end. */
export function periodOf(first: CalendarDate, zone: string, closedOn: CalendarDate | null): ImportPeriods[number] {
  const instant = (day: CalendarDate) => day.toDate(zone).toISOString();
  return {
    group: PERIOD_GROUP,
    month: monthOf(first),
    opensAt: instant(first),
    closesAt: instant(first.add({ months: 1 }).set({ day: CLOSING_DAY })),
    closedAt: closedOn && instant(closedOn),
  };
}

/** The past, the current and the next month. Last month is closed already, so that only the current one takes readings. */
export function planPeriods(today: CalendarDate, zone: string): ImportPeriods {
  const current = startOfMonth(today);
  const last = current.subtract({ months: 1 });
  const months = [...pastMonths(today), current, current.add({ months: 1 })];
  return months.map((month) => periodOf(month, zone, month.compare(last) === 0 ? billedOn(last, today) : null));
}
