import fc from "fast-check";
import { expect, it } from "vitest";
import { splitByWeights } from "@/scripts/seed-interval-days";

it("splits a whole number without losing or inventing any of it", () => {
  const weights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 744 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), weights, (total, given) => {
      const parts = splitByWeights(total, given);
      expect(parts).toHaveLength(given.length);
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});
