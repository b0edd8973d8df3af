import { describe, expect, it } from "vitest";
import { PAYMENT_STATUSES, type PaymentStatus } from "@/lib/payments/constants";
import { decidePayment, type KnownAttempt } from "@/lib/payments/rules/decide-payment";
import type { BankPayment } from "@/lib/payments/types";

const NOW = new Date("2026-11-21T12:00:00Z");
const LATER = new Date("2026-11-21T12:10:00Z");
const ID = "0199a000-0000-7000-8000-000000000001";

const known = (status: PaymentStatus, more: Partial<KnownAttempt> = {}): KnownAttempt => ({
  status,
  amount: 100n,
  bankId: "bank-1",
  tag: { key: "payment_id", id: ID },
  held: false,
  settledByStaff: false,
  liveUntil: LATER,
  ...more,
});
const object = (status: BankPayment["status"], more: Partial<BankPayment> = {}): BankPayment => ({
  id: "bank-1",
  status,
  amount: 100n,
  refunded: 0n,
  currency: "RUB",
  metadata: { payment_id: ID },
  confirmationUrl: status === "pending" ? "https://bank.test/pay" : null,
  method: null,
  reason: null,
  createdAt: NOW,
  ...more,
});

const show = (status: PaymentStatus, bank: BankPayment["status"]) => {
  const decision = decidePayment(known(status), object(bank), NOW);
  return decision.kind === "step" ? decision.to : decision.kind;
};

/** For each state of ours: what pending, held money, success and cancellation at the bank lead to. */
const TABLE: Record<PaymentStatus, [string, string, string, string]> = {
  created: ["none", "none", "none", "none"],
  submitting: ["awaiting_user", "authorised", "succeeded", "canceled"],
  unknown: ["awaiting_user", "authorised", "succeeded", "canceled"],
  awaiting_user: ["none", "authorised", "succeeded", "canceled"],
  authorised: ["none", "none", "succeeded", "canceled"],
  succeeded: ["none", "none", "none", "none"],
  canceled: ["none", "none", "correct", "none"],
  expired: ["none", "none", "correct", "none"],
  failed: ["none", "none", "correct", "none"],
};

describe("what the bank's object means", () => {
  it.each(PAYMENT_STATUSES)("for a payment that is %s", (status) => {
    expect([show(status, "pending"), show(status, "waiting_for_capture"), show(status, "succeeded"), show(status, "canceled")]).toEqual(TABLE[status]);
  });

  it("ends the wait only when its time is over and the bank still waits", () => {
    const late = known("awaiting_user", { liveUntil: NOW });
    expect(decidePayment(late, object("pending"), NOW)).toEqual({ kind: "step", to: "expired" });
    expect(decidePayment(late, object("succeeded"), NOW)).toEqual({ kind: "step", to: "succeeded" });
    expect(decidePayment(late, object("pending"), new Date(NOW.getTime() - 1))).toEqual({ kind: "none" });
  });

  it("remembers the object of a payment that goes nowhere by it", () => {
    expect(decidePayment(known("failed", { bankId: null }), object("pending"), NOW)).toEqual({ kind: "attach" });
    expect(decidePayment(known("unknown", { bankId: null }), object("pending", { confirmationUrl: null }), NOW)).toEqual({ kind: "attach" });
    expect(decidePayment(known("submitting", { bankId: null }), object("pending", { confirmationUrl: null }), NOW)).toEqual({ kind: "step", to: "unknown" });
  });

  it.each([
    ["amount", { amount: 99n }],
    ["currency", { currency: "USD" }],
    ["metadata", { metadata: {} }],
    ["second_bank_payment", { id: "bank-2" }],
  ])("a mismatch of %s holds it whatever the state, while money is concerned", (reason, change) => {
    for (const status of PAYMENT_STATUSES) expect(decidePayment(known(status), object("succeeded", change), NOW)).toEqual({ kind: "hold", reason });
    expect(decidePayment(known("expired"), object("canceled", change), NOW)).toEqual({ kind: "none" });
    expect(decidePayment(known("canceled", { settledByStaff: true }), object("succeeded", change), NOW)).toEqual({ kind: "none" });
  });

  it("is nothing while it is held", () => {
    for (const status of PAYMENT_STATUSES) expect(decidePayment(known(status, { held: true }), object("succeeded"), NOW)).toEqual({ kind: "none" });
  });
});
