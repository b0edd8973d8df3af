import { describe, expect, it } from "vitest";
import { REFUND_STATUSES, type RefundStatus } from "@/lib/payments/constants";
import { decideRefund } from "@/lib/payments/rules/decide-refund";
import type { BankRefund } from "@/lib/payments/types";

const object = (status: BankRefund["status"], more: Partial<BankRefund> = {}): BankRefund => ({
  id: "r1",
  paymentId: "b1",
  status,
  amount: 30n,
  currency: "RUB",
  reason: null,
  createdAt: new Date("2026-11-21T12:00:00Z"),
  ...more,
});
const known = (status: RefundStatus, bankId: string | null = "r1") => ({ status, amount: 30n, bankId, bankPaymentId: "b1" });

const show = (status: RefundStatus, bank: BankRefund["status"]) => {
  const decision = decideRefund(known(status), object(bank));
  return decision.kind === "step" ? decision.to : decision.kind;
};

/** For each state of ours: what pending, success and cancellation at the bank lead to. */
const TABLE: Record<RefundStatus, [string, string, string]> = {
  requested: ["none", "none", "canceled"],
  approved: ["none", "none", "none"],
  submitting: ["unknown", "succeeded", "canceled"],
  unknown: ["none", "succeeded", "canceled"],
  succeeded: ["none", "none", "none"],
  canceled: ["none", "none", "none"],
  failed: ["none", "none", "none"],
};

describe("what the bank's refund means", () => {
  it.each(REFUND_STATUSES)("for one that is %s", (status) => {
    expect([show(status, "pending"), show(status, "succeeded"), show(status, "canceled")]).toEqual(TABLE[status]);
  });

  it.each([{ amount: 29n }, { currency: "USD" }, { paymentId: "b2" }])("a mismatch holds the payment: %o", (change) => {
    expect(decideRefund(known("unknown"), object("succeeded", change))).toEqual({ kind: "hold", reason: "refund" });
  });

  it("is remembered where nothing else follows", () => {
    expect(decideRefund(known("unknown", null), object("pending"))).toEqual({ kind: "attach" });
  });
});
