import { describe, expect, it } from "vitest";
import { describeDifference } from "@/lib/payments/rules/describe-difference";

const NBSP = "\u00a0";
const KINDS = ["unknown_here", "second_payment", "missing_there", "status", "amount", "refunds", "held"] as const;

describe("a difference from the bank's list", () => {
  it("has a name of its own", () => {
    expect(new Set(KINDS.map((kind) => describeDifference({ kind, theirs: null, ours: null }).name)).size).toBe(KINDS.length);
  });

  it("shows both sums, and a dash where a side knows nothing", () => {
    expect(describeDifference({ kind: "unknown_here", theirs: "10000", ours: null })).toMatchObject({ theirs: `100,00${NBSP}₽`, ours: "—" });
    expect(describeDifference({ kind: "status", theirs: "0", ours: "5" })).toMatchObject({ theirs: `0,00${NBSP}₽`, ours: `0,05${NBSP}₽` });
  });
});
