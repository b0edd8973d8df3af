import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipClaims, shrinkAllocations } from "@/lib/payments/rules/clip-claims";

const part = (billId: string, amount: bigint) => ({ billId, amount });
const room = (billId: string, free: bigint) => ({ billId, room: free });

describe("what captured money settles", () => {
  it.each([
    ["as planned", [part("a", 3n), part("b", 5n)], [room("a", 3n), room("b", 9n)], 10n, [part("a", 3n), part("b", 5n)]],
    ["less where billing settled meanwhile", [part("a", 3n), part("b", 5n)], [room("a", 1n), room("b", 5n)], 8n, [part("a", 1n), part("b", 5n)]],
    ["nothing of a bill that is paid", [part("a", 3n), part("b", 5n)], [room("a", 0n), room("b", 5n)], 8n, [part("b", 5n)]],
    ["nothing of a bill that took too much", [part("a", 3n)], [room("a", -7n)], 3n, []],
    ["nothing of a bill that is gone", [part("a", 3n)], [], 3n, []],
    ["never more than came", [part("a", 3n), part("b", 5n)], [room("a", 3n), room("b", 5n)], 4n, [part("a", 3n), part("b", 1n)]],
  ])("%s", (_, claims, rooms, captured, settled) => {
    expect(clipClaims(claims, rooms, captured)).toEqual(settled);
  });
});

describe("what stays settled after a refund", () => {
  it.each([
    ["all while prepayment is enough", 8n, [part("a", 3n), part("b", 5n)]],
    ["the last bill loses first", 4n, [part("a", 3n), part("b", 1n)]],
    ["then the one before", 2n, [part("a", 2n)]],
    ["nothing", 0n, []],
  ])("%s", (_, kept, left) => {
    expect(shrinkAllocations([part("a", 3n), part("b", 5n)], kept)).toEqual(left);
  });

  it("is never more than is kept, and all of it where the bills had as much", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 13n }), { maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 10n ** 14n }), (given, kept) => {
        const left = shrinkAllocations(given.map((amount, index) => part(String(index), amount)), kept);
        const before = given.reduce((sum, amount) => sum + amount, 0n);
        expect(left.reduce((sum, { amount }) => sum + amount, 0n)).toBe(kept < before ? kept : before);
      }),
    );
  });
});
