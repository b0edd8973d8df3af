import { expect, it } from "vitest";
import { countOf, pluralOf } from "@/lib/format/plurals";

const ROWS = ["строка", "строки", "строк"] as const;

it.each([
  [0, "строк"], [1, "строка"], [2, "строки"], [4, "строки"], [5, "строк"], [10, "строк"], [11, "строк"], [14, "строк"],
  [20, "строк"], [21, "строка"], [22, "строки"], [100, "строк"], [101, "строка"], [111, "строк"], [112, "строк"], [1001, "строка"], [-1, "строка"],
])("%i %s", (count, form) => {
  expect(pluralOf(count, ROWS)).toBe(form);
});

it("keeps the number with its word", () => {
  expect(countOf(3, ROWS)).toBe("3\u00a0строки");
});
