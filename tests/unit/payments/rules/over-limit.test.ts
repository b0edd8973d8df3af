import fc from "fast-check";
import { expect, it } from "vitest";
import { PAYMENT_METHODS } from "@/lib/payments/constants";
import { overLimit } from "@/lib/payments/rules/over-limit";

const LIMITS = { new_card: 350_000_00n, saved_card: 350_000_00n, sbp: 700_000_00n };

it.each([
  ["new_card", 350_000_00n, null],
  ["new_card", 350_000_01n, 350_000_00n],
  ["saved_card", 350_000_01n, 350_000_00n],
  ["sbp", 700_000_00n, null],
  ["sbp", 700_000_01n, 700_000_00n],
  ["sbp", 10n ** 13n, 700_000_00n],
] as const)("%s of %s kopecks: %s", (method, amount, limit) => {
  expect(overLimit(method, amount, LIMITS)).toBe(limit);
});

it("stands in the way of exactly what is above it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PAYMENT_METHODS), fc.bigInt({ min: 1n, max: 10n ** 13n }), fc.bigInt({ min: 1n, max: 10n ** 13n }), (method, amount, limit) => {
      const limits = { ...LIMITS, [method]: limit };
      expect(overLimit(method, amount, limits)).toBe(amount > limit ? limit : null);
    }),
  );
});
