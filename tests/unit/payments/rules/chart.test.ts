import { parseDate } from "@internationalized/date";
import { expect, it } from "vitest";
import { chartFrom, toBar } from "@/lib/payments/rules/chart";

it("begins with the month that makes the current one the last", () => {
  expect(chartFrom(parseDate("2026-11-30"), 12)).toBe("2025-12-01");
});

it("draws bills up and payments down, and says exact sums", () => {
  expect(toBar({ month: "2026-11", billed: 111621805n, paid: 0n })).toEqual({
    month: "ноябрь 2026",
    short: "ноя",
    up: 1116218.05,
    down: -0,
    billed: "1\u00a0116\u00a0218,05\u00a0₽",
    paid: "0,00\u00a0₽",
  });
});
