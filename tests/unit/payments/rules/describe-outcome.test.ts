import { expect, test } from "vitest";
import { PAYMENT_STATUSES } from "@/lib/payments/constants";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import { describeOutcome } from "@/lib/payments/rules/describe-outcome";
import type { PaymentResult } from "@/lib/payments/types";

const at = new Date("2026-11-21T09:00:00Z");
const payment: PaymentResult = {
  id: "id",
  number: 1n,
  contract: "78010000000011",
  status: "succeeded",
  method: "new_card",
  methodTitle: null,
  amount: 100n,
  refunded: 0n,
  purpose: "Оплата",
  receiptEmail: "a@example.com",
  failureReason: null,
  held: false,
  createdAt: at,
  capturedAt: at,
  liveUntil: new Date("2026-11-21T09:15:00Z"),
  confirmationUrl: null,
  planned: [],
  settled: [],
};
const zone = "Europe/Moscow";

test("every status has words, and only success is a success", () => {
  const tones = PAYMENT_STATUSES.map((status) => [status, describeOutcome({ ...payment, status }, zone).tone]);
  expect(Object.fromEntries(tones)).toEqual({
    created: "info",
    submitting: "info",
    unknown: "info",
    awaiting_user: "info",
    authorised: "info",
    succeeded: "success",
    canceled: "error",
    expired: "error",
    failed: "error",
  });
});

test("a held payment is never told as paid", () => {
  for (const status of PAYMENT_STATUSES) expect(describeOutcome({ ...payment, status, held: true }, zone).tone).toBe("warning");
});

test("says until when, why not, and what was given back", () => {
  expect(describeOutcome({ ...payment, status: "awaiting_user" }, zone).text).toContain("12:15");
  expect(describeOutcome({ ...payment, status: "canceled", failureReason: "insufficient_funds" }, zone).text).toBe("На карте не хватает денег");
  expect(describeOutcome({ ...payment, refunded: 40n }, zone).text).toContain("возвращено 0,40");
  expect(describeOutcome({ ...payment, refunded: 100n }, zone).title).toBe("Деньги возвращены");
});

test("an unknown reason of the bank says only what is certain", () => {
  expect(describeDecline("new_reason")).toBe(describeDecline(null));
  expect(describeDecline("constructor")).toBe(describeDecline(null));
});
