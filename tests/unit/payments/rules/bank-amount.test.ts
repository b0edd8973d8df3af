import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBankAmount, toBankAmount } from "@/lib/payments/rules/bank-amount";

it.each([
  [1n, "0.01"],
  [10n, "0.10"],
  [100n, "1.00"],
  [111_621_800n, "1116218.00"],
  [10n ** 13n, "100000000000.00"],
])("%s kopecks is %s roubles", (kopecks, value) => {
  expect(toBankAmount(kopecks)).toBe(value);
  expect(fromBankAmount(value)).toBe(kopecks);
});

it("is exact both ways for any sum", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (kopecks) => fromBankAmount(toBankAmount(kopecks)) === kopecks));
});
