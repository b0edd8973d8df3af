import { describe, expect, it } from "vitest";
import { PAYMENT_STATUSES, type PaymentStatus, REFUND_STATUSES, type RefundStatus } from "@/lib/payments/constants";
import { canRefundStep, canStep, isFinal, isRefundFinal } from "@/lib/payments/rules/machine";

// Written out once more on purpose: a step added to the table by mistake is found here.
const PAYMENT: Record<PaymentStatus, string> = {
  created: "submitting",
  submitting: "unknown awaiting_user authorised succeeded canceled failed",
  unknown: "awaiting_user authorised succeeded canceled failed",
  awaiting_user: "authorised succeeded canceled expired",
  authorised: "succeeded canceled",
  succeeded: "",
  canceled: "",
  expired: "",
  failed: "",
};
const REFUND: Record<RefundStatus, string> = {
  requested: "approved canceled",
  approved: "submitting",
  submitting: "unknown succeeded canceled failed",
  unknown: "succeeded canceled failed",
  succeeded: "",
  canceled: "",
  failed: "",
};

const pairs = <T extends string>(statuses: readonly T[]) => statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

describe("every pair of states of a payment", () => {
  it.each(pairs(PAYMENT_STATUSES))("%s → %s", (from, to) => {
    expect(canStep(from, to)).toBe(PAYMENT[from].split(" ").includes(to));
  });

  it.each(PAYMENT_STATUSES)("%s is final or is not", (status) => {
    expect(isFinal(status)).toBe(["succeeded", "canceled", "expired", "failed"].includes(status));
  });
});

describe("every pair of states of a refund", () => {
  it.each(pairs(REFUND_STATUSES))("%s → %s", (from, to) => {
    expect(canRefundStep(from, to)).toBe(REFUND[from].split(" ").includes(to));
  });

  it.each(REFUND_STATUSES)("%s is final or is not", (status) => {
    expect(isRefundFinal(status)).toBe(["succeeded", "canceled", "failed"].includes(status));
  });
});
