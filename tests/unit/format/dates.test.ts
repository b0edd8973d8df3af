import { CalendarDate } from "@internationalized/date";
import { describe, expect, it } from "vitest";
import { formatDay, formatDayInWords, formatDaysLeft, formatMoment, formatDayOf, formatMonth } from "@/lib/format/dates";

const MOSCOW = "Europe/Moscow";

describe("days", () => {
  it("come from text and from objects", () => {
    expect(formatDay("2026-11-09")).toBe("09.11.2026");
    expect(formatDay(new CalendarDate(2026, 11, 9))).toBe("09.11.2026");
    expect(formatDayInWords("2026-11-01")).toBe("1 ноября 2026");
    expect(formatMonth("2026-11")).toBe("ноябрь 2026");
    expect(formatMonth(new CalendarDate(2027, 1, 1))).toBe("январь 2027");
  });

  it("refuse what is not a day", () => {
    expect(() => formatDay("2026-02-30")).toThrow();
    expect(() => formatDay("19.11.2026")).toThrow();
  });
});

describe("moments", () => {
  it.each([
    ["2026-11-19T11:02:59Z", MOSCOW, "19.11.2026, 14:02"],
    ["2026-11-30T21:00:00Z", MOSCOW, "01.12.2026, 00:00"],
    ["2026-11-30T20:59:59.999Z", MOSCOW, "30.11.2026, 23:59"],
    ["2026-12-31T17:00:00Z", "Asia/Vladivostok", "01.01.2027, 03:00"],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "29.03.2026, 03:00"],
    ["2026-10-25T01:00:00Z", "Europe/Berlin", "25.10.2026, 02:00"],
  ])("%s in %s is %s", (moment, zone, text) => {
    expect(formatMoment(new Date(moment), zone)).toBe(text);
    expect(formatDayOf(new Date(moment), zone)).toBe(text.slice(0, 10));
  });
});

it.each([
  [0, "сегодня последний день"],
  [1, "остался 1\u00a0день"],
  [2, "осталось 2\u00a0дня"],
  [11, "осталось 11\u00a0дней"],
  [21, "остался 21\u00a0день"],
  [30, "осталось 30\u00a0дней"],
])("%i days left: %s", (days, text) => {
  expect(formatDaysLeft(days)).toBe(text);
});
