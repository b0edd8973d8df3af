import { fromDate, toCalendarDate } from "@internationalized/date";
import type { BillingPeriod, WindowState } from "@/lib/readings/types";

/** The day of the last moment before `end`. */
const lastDayBefore = (end: Date, zone: string) => toCalendarDate(fromDate(new Date(end.getTime() - 1), zone));

/** Where `now` stands in the window of a period; days are those of the zone. */
export function windowState(period: BillingPeriod, now: Date, zone: string): WindowState {
  const end = period.closedAt && period.closedAt < period.closesAt ? period.closedAt : period.closesAt;
  const firstDay = toCalendarDate(fromDate(period.opensAt, zone)).toString();
  const last = lastDayBefore(end, zone);
  const lastDay = last.toString();
  if (now >= end) return { state: "closed", lastDay };
  if (now < period.opensAt) return { state: "not_open", firstDay, lastDay };
  return { state: "open", firstDay, lastDay, daysLeft: last.compare(toCalendarDate(fromDate(now, zone))) };
}
