import { advance, bank, bankIdOf, checkAndReset, makeBill, makeContract, makePayer, makeStaff, MINUTE, pass, payAtBank, paymentOf, runTimed, settle, start, stopStand } from "@/tests/support/payment-stand";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { declineRefund } from "@/lib/payments/commands/decline-refund";
import { requestRefund } from "@/lib/payments/commands/request-refund";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { approveRefund, startRefund } from "@/lib/payments/process/refund";
import { env } from "@/lib/platform/env";

let payer: ContractScope;
let staff: ContractScope;
let second: ContractScope;
let bill: string;
beforeEach(async () => {
  const number = await makeContract();
  payer = await makePayer(number);
  staff = await makeStaff(number);
  second = await makeStaff(number);
  bill = await makeBill(payer.contractId, 60_000n);
});
afterEach(checkAndReset);
afterAll(stopStand);

async function paid(amount: bigint, bills = [bill]): Promise<string> {
  const id = await start(payer, amount, bills);
  payAtBank(id);
  await settle();
  return id;
}

const asked = (paymentId: string, amount: bigint, reason = "Оплачено дважды") => ({ paymentId, amount, reason, clientKey: randomUUID() });
const refundsOf = (paymentId: string) => db.refund.findMany({ where: { paymentId }, orderBy: { createdAt: "asc" } });
const allocated = async (paymentId: string) => (await db.paymentAllocation.findMany({ where: { paymentId } })).map(({ amount }) => amount);
const outboxOf = async () => (await db.outboxEvent.findMany({ where: { contractId: payer.contractId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

async function accept(outcome: Promise<Awaited<ReturnType<typeof startRefund>>>): Promise<{ refundId: string; status: string }> {
  const given = await outcome;
  if (given.kind !== "accepted") throw new Error(given.kind);
  return given;
}

describe("a refund", () => {
  it("of a part takes prepayment first, then the bill; the rest goes with a second one", async () => {
    const id = await paid(100_000n);
    await accept(startRefund(staff, asked(id, 30_000n)));
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", refundedAmount: 30_000n });
    expect(await allocated(id)).toEqual([60_000n]);
    await accept(startRefund(staff, asked(id, 50_000n)));
    expect(await allocated(id)).toEqual([20_000n]);
    await accept(startRefund(staff, asked(id, 20_000n)));
    expect(await allocated(id)).toEqual([]);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 100_000n, capturedAmount: 100_000n });
    expect(await startRefund(staff, asked(id, 1n))).toEqual({ kind: "too_much", available: 0n });
    expect(await outboxOf()).toEqual(["payment.captured", "payment.refunded", "payment.refunded", "payment.refunded"]);
    const ledger = await db.ledgerEntry.groupBy({ by: ["account"], where: { paymentId: id }, _sum: { amount: true } });
    expect(ledger.map(({ _sum }) => _sum.amount)).toEqual([0n, 0n]);
    expect(await db.mail.count({ where: { key: { in: (await refundsOf(id)).map((refund) => `payment.refunded:${refund.id}`) } } })).toBe(3);
  });

  it("frees the bill: it can be paid again", async () => {
    const id = await paid(60_000n);
    await accept(startRefund(staff, asked(id, 60_000n)));
    const again = await paid(60_000n);
    expect(await allocated(again)).toEqual([60_000n]);
  });

  it("asked for twice with the same key is one; with other content it is refused", async () => {
    const id = await paid(50_000n);
    const request = asked(id, 10_000n);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(startRefund(staff, request))));
    expect(new Set(outcomes.map(({ refundId }) => refundId)).size).toBe(1);
    expect(await startRefund(staff, { ...request, amount: 9n })).toEqual({ kind: "reused_key" });
    await settle();
    expect(bank.control.state().refunds).toHaveLength(1);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 10_000n });
  });

  it("of more than is left is refused, also by many at once", async () => {
    const id = await paid(50_000n);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => startRefund(staff, asked(id, 20_000n))));
    expect(outcomes.filter(({ kind }) => kind === "accepted")).toHaveLength(2);
    expect(outcomes.filter(({ kind }) => kind === "too_much")).toHaveLength(8);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 40_000n });
  });

  it("of nothing paid, or of another contract, finds nothing", async () => {
    const unpaid = await start(payer, 10_000n);
    expect(await startRefund(staff, asked(unpaid, 1n))).toEqual({ kind: "missing" });
    const stranger = await makeStaff(await makeContract());
    expect(await startRefund(stranger, asked(await paid(50_000n), 1n))).toEqual({ kind: "missing" });
  });
});

describe("a refund of the limit or more", () => {
  const large = env.refundSecondPersonFrom;

  it("waits for a second person, who cannot be the first", async () => {
    const id = await paid(large);
    const { refundId, status } = await accept(startRefund(staff, asked(id, large)));
    expect(status).toBe("requested");
    expect(await approveRefund(staff, refundId)).toEqual({ kind: "same_person" });
    expect(await approveRefund(await makeStaff(await makeContract()), refundId)).toEqual({ kind: "missing" });
    expect(bank.control.state().refunds).toHaveLength(0);
    expect(await approveRefund(second, refundId)).toEqual({ kind: "done", status: "succeeded" });
    expect(await approveRefund(second, refundId)).toEqual({ kind: "done", status: "succeeded" });
    expect(bank.control.state().refunds).toHaveLength(1);
    expect(await refundsOf(id)).toMatchObject([{ requestedByUserId: staff.actor.kind === "staff" && staff.actor.userId, approvedByUserId: second.actor.kind === "staff" && second.actor.userId }]);
  });

  it("reserves its money while it waits, and gives it free when it is declined", async () => {
    const id = await paid(large);
    const { refundId } = await accept(startRefund(staff, asked(id, large)));
    expect(await startRefund(staff, asked(id, 1n))).toEqual({ kind: "too_much", available: 0n });
    expect(await declineRefund(second, refundId, "Ошибка")).toEqual({ kind: "done", status: "canceled" });
    expect(await approveRefund(second, refundId)).toEqual({ kind: "done", status: "canceled" });
    expect(await startRefund(staff, asked(id, 1n))).toMatchObject({ kind: "accepted", status: "succeeded" });
  });
});

describe("a refund whose answer is lost", () => {
  it.each([
    ["500 after accepting", { error_after: { operation: "refund" as const, next: 1 } }],
    ["cut after accepting", { cut_after: { operation: "refund" as const, next: 1 } }],
    ["cut before", { cut_before: { operation: "refund" as const, next: 1 } }],
  ])("%s: is asked for again with the same key, and is one", async (_, switches) => {
    const id = await paid(50_000n);
    bank.control.switches({ ...switches, notification_lost: true });
    expect(await accept(startRefund(staff, asked(id, 10_000n)))).toMatchObject({ status: "unknown" });
    await pass(1);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded" }]);
    expect(bank.control.state().refunds).toHaveLength(1);
  });

  it("is not taken for one made at the bank", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ cut_after: { operation: "refund", next: 1 } });
    await accept(startRefund(staff, asked(id, 10_000n)));
    await settle();
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded", requestedByUserId: expect.any(String) as string }]);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 10_000n });
  });

  it("is not taken for the bank's own while only the bank's list answers", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ error_after: { operation: "refund" }, notification_lost: true });
    await accept(startRefund(staff, asked(id, 10_000n)));
    await refreshPayment(id);
    expect(await refundsOf(id)).toMatchObject([{ status: "unknown", bankId: null }]);
    bank.control.switches({ error_after: false });
    await refreshPayment(id);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded", bankKey: expect.any(String) as string }]);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 10_000n });
  });

  it("and whose repetition is refused is looked for in the bank's list at once", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ cut_after: { operation: "refund", next: 1 }, notification_lost: true });
    const { refundId } = await accept(startRefund(staff, asked(id, 10_000n)));
    // The repetition differs from the first request, as after an update of the program.
    await db.$executeRaw`UPDATE refunds SET number = number + 1000000 WHERE id = ${refundId}::uuid`;
    await pass(1);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded" }]);
    expect(bank.control.state().refunds).toHaveLength(1);
  });

  it("longer than the bank remembers keys is looked for in its list", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ error_after: { operation: "refund" }, notification_lost: true });
    await accept(startRefund(staff, asked(id, 10_000n)));
    advance(25 * 60 * MINUTE);
    bank.control.switches({ error_after: false });
    await runTimed("payment.sweep");
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded" }]);
    expect(bank.control.state().refunds).toHaveLength(1);
  });

  it("and which the bank never had fails after a day", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ error_before: { operation: "refund" } });
    await accept(startRefund(staff, asked(id, 10_000n)));
    advance(25 * 60 * MINUTE);
    await runTimed("payment.sweep");
    expect(await refundsOf(id)).toMatchObject([{ status: "failed", failureReason: "not_accepted" }]);
    expect(await startRefund(staff, asked(id, 50_000n))).toMatchObject({ kind: "accepted" });
  });

  it("and that waits at the bank is followed to its end", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ refund_pending: { ms: 10 * MINUTE } });
    expect(await accept(startRefund(staff, asked(id, 10_000n)))).toMatchObject({ status: "unknown" });
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 0n });
    await pass(11);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded" }]);
  });

  it("or refused by the payer's bank gives the money free", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ refund_canceled: true });
    expect(await accept(startRefund(staff, asked(id, 10_000n)))).toMatchObject({ status: "canceled" });
    expect(await refundsOf(id)).toMatchObject([{ failureReason: "rejected_by_payee" }]);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 0n });
  });

  it("because the process died before the call is made by the sweep", async () => {
    const id = await paid(50_000n);
    await requestRefund(staff, asked(id, 10_000n));
    await pass(1);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded" }]);
  });
});

describe("a refund made at the bank", () => {
  it("comes by its notification", async () => {
    const id = await paid(50_000n);
    bank.control.refundAtBank(bankIdOf(id), "100.00");
    await settle();
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded", amount: 10_000n, bankKey: null, requestedByUserId: null }]);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 10_000n });
    expect(await allocated(id)).toEqual([40_000n]);
    expect(await outboxOf()).toEqual(["payment.captured", "payment.refunded"]);
  });

  it("found by ten at once is recorded once", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ notification_lost: true });
    bank.control.refundAtBank(bankIdOf(id), "100.00");
    await Promise.all(Array.from({ length: 10 }, () => refreshPayment(id)));
    expect(await refundsOf(id)).toHaveLength(1);
    expect(await paymentOf(id)).toMatchObject({ refundedAmount: 10_000n });
  });

  it("without news is found by the comparison, once", async () => {
    const id = await paid(50_000n);
    bank.control.switches({ notification_lost: true });
    bank.control.refundAtBank(bankIdOf(id));
    await pass(5);
    await refreshPayment(id);
    expect(await refundsOf(id)).toMatchObject([{ status: "succeeded", amount: 50_000n }]);
    expect(await outboxOf()).toEqual(["payment.captured", "payment.refunded"]);
  });
});
