import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAllocation } from "@/lib/payments/rules/plan-allocation";
import type { PayableBill } from "@/lib/payments/types";

const bill = (id: string, dueOn: string, due: bigint): PayableBill => ({ id, number: id, dueOn, due });
const OLD = bill("a", "2026-10-18", 300n);
const NEW = bill("b", "2026-11-18", 500n);
const SAME_DAY = bill("c", "2026-11-18", 200n);

describe("what a sum will settle", () => {
  it.each([
    ["all of it, by due date", [NEW, OLD], 800n, { a: 300n, b: 500n }, 0n],
    ["the oldest first when it is short", [NEW, OLD], 350n, { a: 300n, b: 50n }, 0n],
    ["only a part of the oldest", [NEW, OLD], 1n, { a: 1n }, 0n],
    ["the rest is prepayment", [OLD], 1000n, { a: 300n }, 700n],
    ["nothing ticked is prepayment", [], 5n, {}, 5n],
    ["by number on the same day", [SAME_DAY, NEW], 600n, { b: 500n, c: 100n }, 0n],
    ["a bill with nothing due takes nothing", [bill("z", "2026-01-01", 0n), OLD], 10n, { a: 10n }, 0n],
  ])("%s", (_, bills, amount, settled, prepayment) => {
    const plan = planAllocation(bills, amount);
    expect(Object.fromEntries(plan.allocations.map((part) => [part.billId, part.amount]))).toEqual(settled);
    expect(plan.prepayment).toBe(prepayment);
  });

  const kopecks = (min: bigint) => fc.bigInt({ min, max: 10n ** 13n });
  const bills = fc.uniqueArray(fc.record({ id: fc.uuid(), number: fc.string({ minLength: 1 }), dueOn: fc.constantFrom("2026-10-18", "2026-11-18", "2026-12-18"), due: kopecks(0n) }), { selector: ({ id }) => id });

  it("gives every kopeck a place, never more to a bill than is due, and does not depend on the order of ticks", () => {
    fc.assert(
      fc.property(bills, kopecks(1n), (given, amount) => {
        const { allocations, prepayment } = planAllocation(given, amount);
        expect(allocations.reduce((sum, part) => sum + part.amount, prepayment)).toBe(amount);
        for (const part of allocations) expect(part.amount > 0n && part.amount <= (given.find(({ id }) => id === part.billId)?.due ?? -1n)).toBe(true);
        if (prepayment > 0n) expect(allocations.reduce((sum, part) => sum + part.amount, 0n)).toBe(given.reduce((sum, { due }) => sum + due, 0n));
        const numbers = new Set(given.map(({ number }) => number));
        if (numbers.size === given.length) expect(planAllocation(given.toReversed(), amount)).toEqual({ allocations, prepayment });
      }),
    );
  });
});
