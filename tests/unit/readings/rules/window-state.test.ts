import { CalendarDate, toZoned } from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWindow } from "@/lib/readings/rules/describe-window";
import { windowState } from "@/lib/readings/rules/window-state";
import type { BillingPeriod } from "@/lib/readings/types";
import { IN_NOVEMBER, MOSCOW, NOVEMBER } from "@/tests/support/register-lines";

const shift = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

/** From midnight of one day to midnight after another, in a zone. */
function makePeriod(zone: string, first: CalendarDate, last: CalendarDate): BillingPeriod {
  const midnight = (day: CalendarDate) => toZoned(day, zone).toDate();
  return { id: "p", month: first.set({ day: 1 }), opensAt: midnight(first), closesAt: midnight(last.add({ days: 1 })), closedAt: null };
}

describe.each([
  [MOSCOW, new CalendarDate(2026, 11, 1), new CalendarDate(2026, 12, 21)],
  [MOSCOW, new CalendarDate(2028, 2, 1), new CalendarDate(2028, 2, 29)],
  ["Europe/Berlin", new CalendarDate(2026, 3, 29), new CalendarDate(2026, 4, 21)],
  ["Europe/Berlin", new CalendarDate(2026, 10, 1), new CalendarDate(2026, 10, 25)],
  // At midnight of 24 April 2026 clocks in Cairo go to 01:00.
  ["Africa/Cairo", new CalendarDate(2026, 4, 24), new CalendarDate(2026, 5, 21)],
])("a window in %s from %s to %s", (zone, first, last) => {
  const period = makePeriod(zone, first, last);
  const firstDay = first.toString();
  const lastDay = last.toString();
  const daysLeft = last.compare(first);

  it.each([-1, 0, 1])("at its start and %i ms", (ms) => {
    expect(windowState(period, shift(period.opensAt, ms), zone)).toEqual(
      ms < 0 ? { state: "not_open", firstDay, lastDay } : { state: "open", firstDay, lastDay, daysLeft },
    );
  });

  it.each([-1, 0, 1])("at its end and %i ms", (ms) => {
    expect(windowState(period, shift(period.closesAt, ms), zone)).toEqual(
      ms < 0 ? { state: "open", firstDay, lastDay, daysLeft: 0 } : { state: "closed", lastDay },
    );
  });

  it("counts a day less every midnight", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysLeft }), (days) => {
        const day = first.add({ days });
        expect(windowState(period, toZoned(day, zone).add({ hours: 13 }).toDate(), zone)).toMatchObject({ state: "open", daysLeft: daysLeft - days });
      }),
    );
  });
});

it("ends when the period was closed early, not when it was closed later", () => {
  const closedAt = new Date("2026-12-10T09:00:00Z");
  const closed = { ...NOVEMBER, closedAt };
  expect(windowState(closed, shift(closedAt, -1), MOSCOW)).toMatchObject({ state: "open", lastDay: "2026-12-10", daysLeft: 0 });
  expect(windowState(closed, closedAt, MOSCOW)).toEqual({ state: "closed", lastDay: "2026-12-10" });
  expect(windowState({ ...NOVEMBER, closedAt: new Date("2027-01-10T09:00:00Z") }, IN_NOVEMBER, MOSCOW)).toMatchObject({ lastDay: "2026-12-21" });
});

it("is said in one sentence", () => {
  const say = (moment: string) => describeWindow(windowState(NOVEMBER, new Date(moment), MOSCOW));
  expect(say("2026-10-20T00:00:00Z")).toBe("Приём начнётся 1 ноября 2026");
  expect(say("2026-11-21T12:00:00Z")).toBe("Приём с 1 ноября 2026 по 21 декабря 2026 · осталось 30\u00a0дней");
  expect(say("2026-12-21T12:00:00Z")).toBe("Приём с 1 ноября 2026 по 21 декабря 2026 · сегодня последний день");
  expect(say("2026-12-22T12:00:00Z")).toBe("Приём закончился 21 декабря 2026");
});
