import { type CalendarDate, fromDate, toCalendarDate } from "@internationalized/date";
import { env } from "@/lib/platform/env";

/** A pinned clock stands still, so that whatever is computed from it is the same in every process and run. */
export function now(): Date {
  return env.pinnedNow === undefined ? new Date() : new Date(env.pinnedNow);
}

/** The calendar day at the supplier, which decides billing periods wherever the server or the person is. */
export function today(zone: string = env.supplierTimeZone): CalendarDate {
  return toCalendarDate(fromDate(now(), zone));
}

/** The moment that long ago. A pinned clock stands still, so nothing would ever be old enough for a sweep: then it is now. */
export function ago(ms: number): Date {
  return env.pinnedNow === undefined ? new Date(now().getTime() - ms) : now();
}
