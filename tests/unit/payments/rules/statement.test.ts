import { parseDate } from "@internationalized/date";
import { expect, it } from "vitest";
import { describeBalance, readStatementPeriod, statementPeriods } from "@/lib/payments/rules/statement";

const TODAY = parseDate("2026-11-21");

it.each([
  ["2026-02", { value: "2026-02", from: "2026-02-01", to: "2026-02-28" }],
  ["2025", { value: "2025", from: "2025-01-01", to: "2025-12-31" }],
  ["2026-13", { value: "2026", from: "2026-01-01", to: "2026-12-31" }],
  [["2025"], { value: "2026", from: "2026-01-01", to: "2026-12-31" }],
  [undefined, { value: "2026", from: "2026-01-01", to: "2026-12-31" }],
])("%j is %j", (raw, period) => {
  expect(readStatementPeriod(raw, TODAY)).toEqual(period);
});

it("offers years and their months, newest first, none of the future", () => {
  const offered = statementPeriods(TODAY, 2);
  expect(offered.slice(0, 2)).toEqual([{ value: "2026", label: "2026 год" }, { value: "2026-11", label: "ноябрь 2026" }]);
  expect(offered.map(({ value }) => value)).toEqual(expect.arrayContaining(["2026-01", "2025", "2025-12", "2025-01"]));
  expect(offered).toHaveLength(12 + 13);
  expect(statementPeriods(parseDate("2026-03-31"), 1).map(({ value }) => value)).toEqual(["2026", "2026-03", "2026-02", "2026-01"]);
  for (const { value } of offered) expect(readStatementPeriod(value, TODAY).value).toBe(value);
});

it("says what is owed", () => {
  expect([47837900n, -100n, 0n].map(describeBalance)).toEqual(["Долг 478\u00a0379,00\u00a0₽", "Переплата 1,00\u00a0₽", "Долга нет"]);
});
