import { expect, it } from "vitest";
import { formatEnergy, formatReading } from "@/lib/format/energy";

it.each<[string | null, string]>([
  ["12600", "12\u00a0600,00"],
  ["-124530.48", "−124\u00a0530,48"],
  ["137130.484", "137\u00a0130,48"],
  [null, "—"],
])("energy %s is %s", (value, text) => {
  expect(formatEnergy(value)).toBe(text);
});

it.each<[string | null, number, number, string]>([
  ["12441", 6, 2, "012\u00a0441,00"],
  ["12441.5", 5, 0, "12\u00a0441,5"],
  ["1234567", 5, 0, "1\u00a0234\u00a0567"],
  ["0", 5, 0, "00\u00a0000"],
  ["900000", 7, 0, "0\u00a0900\u00a0000"],
  [null, 6, 2, "—"],
])("reading %s of a meter %i+%i is %s", (value, integerDigits, fractionDigits, text) => {
  expect(formatReading(value, { integerDigits, fractionDigits })).toBe(text);
});
