import { describe, expect, it } from "vitest";
import { describeRefundRefusal, describeStaffFailure } from "@/lib/payments/rules/describe-staff-failure";

const NBSP = "\u00a0";

describe("why nothing was done", () => {
  it("stands beside the fields where they are wrong, and in words otherwise", () => {
    expect(describeStaffFailure("invalid")).toBeNull();
    expect(describeStaffFailure("forbidden")).toBe("У вашей роли нет на это права");
    expect(describeStaffFailure("missing")).toBe("Платёж уже изменился. Обновите страницу");
    expect(describeStaffFailure("too_many", 5)).toContain("5");
  });

  it("names what may still be given back", () => {
    expect(describeRefundRefusal({ kind: "too_much", available: 100_000n })).toBe(`Вернуть можно не больше 1${NBSP}000,00${NBSP}₽`);
    expect(describeRefundRefusal({ kind: "too_much", available: 0n })).toBe("Вернуть больше нечего");
    expect(describeRefundRefusal({ kind: "reused_key" })).toContain("уже запрошен");
  });
});
