import { describe, expect, it } from "vitest";
import { findDifferences, type OurPayment } from "@/lib/payments/rules/find-differences";
import type { BankPayment, BankRefund } from "@/lib/payments/types";

const AT = new Date("2026-11-21T12:00:00Z");
const payment = (more: Partial<BankPayment> = {}): BankPayment => ({
  id: "b1",
  status: "succeeded",
  amount: 100n,
  refunded: 0n,
  currency: "RUB",
  metadata: { payment_id: "p1" },
  confirmationUrl: null,
  method: null,
  reason: null,
  createdAt: AT,
  ...more,
});
const refund = (more: Partial<BankRefund> = {}): BankRefund => ({ id: "r1", paymentId: "b1", status: "succeeded", amount: 30n, currency: "RUB", reason: null, createdAt: AT, ...more });
const our = (more: Partial<OurPayment> = {}): OurPayment => ({ id: "p1", number: "7", bankId: "b1", status: "succeeded", amount: 100n, held: false, refunds: [], ...more });
const ourRefund = { bankId: "r1", amount: 30n, succeeded: true };

const kinds = (payments: BankPayment[], ours: OurPayment[], refunds: BankRefund[] = []) =>
  findDifferences({ payments, refunds, ours }).map(({ kind, theirs, ours: known }) => [kind, theirs, known]);

describe("the bank's list and ours", () => {
  it.each([
    ["the same", [payment()], [our()], [], []],
    ["the same with a refund", [payment()], [our({ refunds: [ourRefund] })], [refund()], []],
    ["both without money", [payment({ status: "canceled" })], [our({ status: "expired" })], [], []],
    ["a card being added", [payment({ status: "canceled", metadata: { card_link_id: "l" } })], [], [], []],
    ["money for a card being added", [payment({ metadata: { card_link_id: "l" } })], [], [], [["unknown_here", "100", null]]],
    ["money nobody here knows", [payment({ metadata: {} })], [], [], [["unknown_here", "100", null]]],
    ["money we do not count", [payment()], [our({ status: "expired" })], [], [["status", "100", "0"]]],
    ["money known by its number only", [payment()], [our({ status: "unknown", bankId: null })], [], [["status", "100", "0"]]],
    ["money the bank does not count", [payment({ status: "canceled" })], [our()], [], [["status", "0", "100"]]],
    ["money the bank does not have", [], [our()], [], [["missing_there", null, "100"]]],
    ["another sum", [payment({ amount: 101n })], [our()], [], [["amount", "101", "100"]]],
    ["paid twice at the bank", [payment(), payment({ id: "b2" })], [our()], [], [["second_payment", "100", "100"]]],
    ["a held payment", [payment()], [our({ status: "awaiting_user", held: true })], [], [["held", null, "100"]]],
    ["a refund we do not know", [payment()], [our()], [refund()], [["refunds", "30", "0"]]],
    ["a refund of another sum", [payment()], [our({ refunds: [{ ...ourRefund, amount: 29n }] })], [refund()], [["refunds", "30", "29"]]],
    ["a refund the bank does not have", [payment()], [our({ refunds: [ourRefund] })], [], [["refunds", "0", "30"]]],
    ["a refund still on its way", [payment()], [our({ refunds: [{ ...ourRefund, succeeded: false }] })], [refund({ status: "pending" })], []],
  ])("%s", (_, payments, ours, refunds, found) => {
    expect(kinds(payments, ours, refunds)).toEqual(found);
  });
});
