import { describe, expect, it } from "vitest";
import { daySchema, paymentNumberSchema, staffPaymentsAddressSchema } from "@/lib/payments/schema/staff-address";
import { clearHoldSchema, refundFormSchema } from "@/lib/payments/schema/staff-form";

const aimed = { contract: "78010000000011", payment: "00000000-0000-7000-8000-000000000000", number: "1" };
const refund = { ...aimed, clientKey: aimed.payment, reason: "Дважды", amount: "1 000,00" };

describe("a refund as staff types it", () => {
  it.each(["1 000,00", "1000.00", "1 000", "1000 ₽"])("«%s» is the same sum", (amount) => {
    expect(refundFormSchema.parse({ ...refund, amount }).amount).toBe(100_000n);
  });

  it.each(["", "слово", "-1", "0", "1,001", "9".repeat(65)])("«%s» is refused beside the field", (amount) => {
    expect(refundFormSchema.safeParse({ ...refund, amount }).error?.issues[0]?.path).toEqual(["amount"]);
  });

  it("needs a reason of some words, not of a book", () => {
    for (const reason of ["", "  ", "а".repeat(501)]) {
      expect(refundFormSchema.safeParse({ ...refund, reason }).error?.issues[0]?.path).toEqual(["reason"]);
      expect(clearHoldSchema.safeParse({ ...aimed, reason, then: "close" }).success).toBe(false);
    }
  });
});

describe("an address of payments for staff", () => {
  it("takes nonsense for nothing", () => {
    expect(staffPaymentsAddressSchema.parse({ search: ["a"], status: "made up", page: "-1" })).toEqual({ search: "", status: undefined, page: 1 });
    expect(staffPaymentsAddressSchema.parse({ search: " 12 ", status: "attention", page: "2" })).toEqual({ search: "12", status: "attention", page: 2 });
    expect(["1", "0", "-1", "x", "9".repeat(40)].map((text) => paymentNumberSchema.parse(text))).toEqual([1n, null, null, null, null]);
    expect(["2026-11-20", "2026-02-30", "2026-13-01", "вчера"].map((text) => daySchema.parse(text))).toEqual(["2026-11-20", undefined, undefined, undefined]);
  });
});
