import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PAYMENT_STEPS, REFUND_STEPS } from "@/lib/payments/rules/machine";
import { withDiagrams } from "@/scripts/draw-steps";

const text = readFileSync("docs/payments.md", "utf8");

describe("docs/payments.md", () => {
  it("shows the tables as they are; npm run payments-diagram draws them", () => {
    expect(withDiagrams(text)).toBe(text);
  });

  it("has a line for every step", () => {
    const tables: Record<string, readonly string[]>[] = [PAYMENT_STEPS, REFUND_STEPS];
    const steps = tables.flatMap((table) => Object.entries(table)).flatMap(([from, next]) => next.map((to) => `${from} --> ${to}`));
    for (const step of steps) expect(text.split("\n").map((line) => line.trim())).toContain(step);
  });

  it("says when its markers are gone", () => {
    expect(() => withDiagrams("nothing")).toThrow("steps of a payment");
  });
});
