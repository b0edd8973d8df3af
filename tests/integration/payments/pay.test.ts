import { bank, bankIdOf, bankPayments, checkAndReset, makeBill, makeContract, makePayer, MINUTE, pass, request, runTimed, settle, stopStand, advance } from "@/tests/support/payment-stand";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { createPayment } from "@/lib/payments/commands/create-payment";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { startPayment } from "@/lib/payments/process/start-payment";

let scope: ContractScope;
beforeEach(async () => {
  scope = await makePayer(await makeContract());
});
afterEach(checkAndReset);
afterAll(stopStand);

const paymentOf = (id: string) => db.payment.findUniqueOrThrow({ where: { id } });

async function start(amount: bigint, bills: string[], more = {}): Promise<{ id: string; bankId: string }> {
  const started = await startPayment(scope, request(amount, bills, more));
  if (started.kind !== "started") throw new Error(`not started: ${started.kind}`);
  return { id: started.paymentId, bankId: bankIdOf(started.paymentId) };
}

describe("a payment", () => {
  it("goes to the bank's page, and what was planned is what happens", async () => {
    const later = await makeBill(scope.contractId, 30_000n, "2026-11-25");
    const earlier = await makeBill(scope.contractId, 10_000n, "2026-11-10");
    const started = await startPayment(scope, request(50_000n, [later, earlier]));
    expect(started).toMatchObject({ kind: "started", status: "awaiting_user" });
    const { id, bankId } = { id: started.kind === "started" ? started.paymentId : "", bankId: bankPayments()[0]?.id ?? "" };
    expect(started).toMatchObject({ confirmationUrl: `${bank.url}/pay/${bankId}` });
    bank.control.pay(bankId);
    await settle();
    const payment = await paymentOf(id);
    expect(payment).toMatchObject({ status: "succeeded", capturedAmount: 50_000n, refundedAmount: 0n, bankId, confirmationUrl: null, heldReason: null, methodTitle: "Bank card *0004" });
    const allocations = await db.paymentAllocation.findMany({ where: { paymentId: id }, orderBy: { amount: "asc" } });
    expect(allocations.map(({ billId, amount }) => [billId, amount])).toEqual([[earlier, 10_000n], [later, 30_000n]]);
    expect(await db.paymentClaim.count({ where: { paymentId: id, live: true } })).toBe(0);
    const ledger = await db.ledgerEntry.findMany({ where: { paymentId: id }, orderBy: { amount: "desc" } });
    expect(ledger.map(({ account, kind, amount }) => [account, kind, amount])).toEqual([["bank", "capture", 50_000n], ["contract", "capture", -50_000n]]);
    const outbox = await db.outboxEvent.findMany({ where: { contractId: scope.contractId } });
    expect(outbox.map(({ kind }) => kind)).toEqual(["payment.captured"]);
    expect(outbox[0]?.payload).toMatchObject({ paymentId: id, amount: "50000", prepayment: "10000" });
    const letters = await db.mail.findMany({ where: { key: `payment.succeeded:${id}` } });
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([["buh@demo.test", `Платёж № ${payment.number} на 500,00 ₽ прошёл`]]);
  });

  it("twenty times at once is one payment here and at the bank", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const asked = request(10_000n, [bill]);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => startPayment(scope, asked)));
    const ids = new Set(outcomes.map((outcome) => (outcome.kind === "started" ? outcome.paymentId : outcome.kind)));
    expect(ids.size).toBe(1);
    expect(bankPayments()).toHaveLength(1);
    expect(await db.payment.count({ where: { contractId: scope.contractId } })).toBe(1);
    expect(await startPayment(scope, { ...asked, amount: 9_999n })).toEqual({ kind: "reused_key" });
  });

  it("without bills is prepayment; twenty times at once it is still one", async () => {
    const asked = request(77_700n, []);
    await Promise.all(Array.from({ length: 20 }, () => startPayment(scope, asked)));
    expect(bankPayments()).toHaveLength(1);
    bank.control.pay(bankPayments()[0]?.id ?? "");
    await settle();
    expect(await db.payment.findMany({ where: { contractId: scope.contractId }, select: { status: true } })).toEqual([{ status: "succeeded" }]);
    expect(await db.paymentAllocation.count({ where: { payment: { contractId: scope.contractId } } })).toBe(0);
  });

  it("by SBP goes to its own page", async () => {
    const { id, bankId } = await start(10_000n, [], { method: "sbp" });
    bank.control.pay(bankId);
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", method: "sbp", methodTitle: "СБП" });
  });

  it("declined by the bank frees the bills and tells the payer why", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const { id, bankId } = await start(10_000n, [bill]);
    bank.control.pay(bankId, "insufficient_funds");
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "canceled", capturedAmount: 0n, failureReason: "insufficient_funds" });
    expect((await db.mail.findUniqueOrThrow({ where: { key: `payment.failed:${id}` } })).text).toContain("На карте не хватает денег");
    expect((await start(10_000n, [bill])).id).not.toBe(id);
  });

  it("that nobody pays expires after the bank was asked, and the bills are free", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const { id } = await start(10_000n, [bill]);
    await pass(14);
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user" });
    await pass(2);
    expect(await paymentOf(id)).toMatchObject({ status: "expired" });
    expect(await db.paymentClaim.count({ where: { billId: bill, live: true } })).toBe(0);
  });

  it("does not expire while the bank does not answer", async () => {
    const { id, bankId } = await start(10_000n, []);
    bank.control.switches({ error_before: true });
    await pass(20);
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user" });
    bank.control.switches({ error_before: false });
    bank.control.pay(bankId);
    await pass(1);
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded" });
  });
});

describe("an answer that is lost", () => {
  it.each([
    ["500 after accepting", { error_after: { operation: "create" as const, next: 1 } }],
    ["the connection cut after accepting", { cut_after: { operation: "create" as const, next: 1 } }],
    ["the connection cut before", { cut_before: { operation: "create" as const, next: 1 } }],
    ["202 without the object", { processing: { operation: "create" as const, next: 1 } }],
  ])("%s: unknown, then found by the same key, once", async (_, switches) => {
    bank.control.switches(switches);
    const bill = await makeBill(scope.contractId, 10_000n);
    const started = await startPayment(scope, request(10_000n, [bill]));
    expect(started).toMatchObject({ kind: "started", status: "unknown", confirmationUrl: null });
    const id = started.kind === "started" ? started.paymentId : "";
    await refreshPayment(id);
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user" });
    expect(bankPayments()).toHaveLength(1);
    bank.control.pay(bankIdOf(id));
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", capturedAmount: 10_000n });
    expect((await db.bankCall.findMany({ where: { paymentId: id }, orderBy: { startedAt: "asc" } })).map(({ outcome }) => outcome !== null)).toEqual([true, true]);
  });

  it("for as long as anybody waits is looked for in the bank's list, and given up when it is not there", async () => {
    bank.control.switches({ error_before: { operation: "create" } });
    const bill = await makeBill(scope.contractId, 10_000n);
    const started = await startPayment(scope, request(10_000n, [bill]));
    const id = started.kind === "started" ? started.paymentId : "";
    await pass(14);
    expect(await paymentOf(id)).toMatchObject({ status: "unknown" });
    await pass(2);
    expect(await paymentOf(id)).toMatchObject({ status: "failed", failureReason: "not_accepted" });
    expect(await db.paymentClaim.count({ where: { billId: bill, live: true } })).toBe(0);
  });

  it("for as long as anybody waits is looked for in the bank's list, and found there", async () => {
    bank.control.switches({ error_after: { operation: "create" } });
    const started = await startPayment(scope, request(10_000n, []));
    const id = started.kind === "started" ? started.paymentId : "";
    await pass(14);
    expect(await paymentOf(id)).toMatchObject({ status: "unknown", bankId: null });
    await pass(2);
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", bankId: bankIdOf(id) });
  });

  it("and whose repetition is refused is looked for in the bank's list at once", async () => {
    bank.control.switches({ cut_after: { operation: "create", next: 1 } });
    const started = await startPayment(scope, request(10_000n, []));
    const id = started.kind === "started" ? started.paymentId : "";
    // The repetition differs from the first request, as after an update of the program.
    await db.payment.update({ where: { id }, data: { purpose: "Другое" } });
    await refreshPayment(id);
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", bankId: bankIdOf(id) });
  });

  it("a refusal of this very request ends it at once", async () => {
    const started = await startPayment(scope, request(10_000n, [], { receiptEmail: "x".repeat(10), purpose: "x".repeat(128) }));
    expect(started).toMatchObject({ status: "awaiting_user" });
    const card = await db.savedCard.create({ data: { userId: scope.actor.kind === "client" ? scope.actor.userId : "", token: "unknown-to-the-bank", mask: "220000******0004", expiryMonth: 12, expiryYear: 2030, createdAt: new Date() } });
    const refused = await startPayment(scope, request(10_000n, [], { method: "saved_card", savedCardId: card.id }));
    expect(refused).toMatchObject({ kind: "started", status: "failed" });
  });
});

describe("a notification", () => {
  it.each([
    ["lost", { notification_lost: true }],
    ["doubled", { notification_doubled: true }],
    ["late", { notification_late: { ms: 9 * MINUTE } }],
    ["reordered", { notification_reordered: true }],
  ])("%s changes nothing in the outcome", async (_, switches) => {
    bank.control.switches(switches);
    const { id, bankId } = await start(10_000n, []);
    bank.control.pay(bankId);
    await pass(10);
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", capturedAmount: 10_000n });
    expect(await db.outboxEvent.count({ where: { contractId: scope.contractId } })).toBe(1);
    expect(await db.mail.count({ where: { key: { endsWith: id } } })).toBe(1);
  });

  it("that is forged is kept and believed in nothing", async () => {
    const { id, bankId } = await start(10_000n, []);
    bank.control.forge(bankId);
    bank.control.forge();
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", capturedAmount: 0n });
    const kept = await db.bankNotification.findMany({ orderBy: { id: "desc" }, take: 2 });
    expect(kept.map(({ paymentId, event }) => [paymentId, event]).toSorted()).toEqual([[id, "payment.succeeded"], [null, "payment.succeeded"]].toSorted());
  });
});

describe("money that comes late", () => {
  it("after the attempt expired is a recorded correction", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    bank.control.switches({ notification_lost: true });
    const { id, bankId } = await start(10_000n, [bill]);
    await pass(16);
    expect(await paymentOf(id)).toMatchObject({ status: "expired" });
    bank.control.pay(bankId);
    await pass(6);
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", capturedAmount: 10_000n });
    expect((await db.ledgerEntry.findMany({ where: { paymentId: id } })).map(({ kind }) => kind)).toEqual(["correction", "correction"]);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: "payment.correct" } })).toBe(1);
    expect(await db.paymentAllocation.findMany({ where: { paymentId: id }, select: { amount: true } })).toEqual([{ amount: 10_000n }]);
  });

  it("for a bill that another payer settled meanwhile becomes prepayment", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const first = await start(10_000n, [bill]);
    await pass(16);
    const second = await start(10_000n, [bill]);
    bank.control.pay(second.bankId);
    await settle();
    bank.control.pay(first.bankId);
    await settle();
    expect(await paymentOf(first.id)).toMatchObject({ status: "succeeded" });
    expect(await db.paymentAllocation.findMany({ where: { billId: bill } })).toMatchObject([{ paymentId: second.id, amount: 10_000n }]);
  });

  it("for a payment the bank itself had canceled is a correction", async () => {
    const { id, bankId } = await start(10_000n, []);
    bank.control.pay(bankId, "general_decline");
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "canceled" });
    bank.control.pay(bankId, "succeeded", { late: true });
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", capturedAmount: 10_000n });
  });
});

describe("a process that died", () => {
  it("before the bank was called: the sweep goes on with the same key", async () => {
    const created = await createPayment(scope, request(10_000n, []));
    const id = created.kind === "created" ? created.payment.id : "";
    await runTimed("payment.sweep");
    expect(await paymentOf(id)).toMatchObject({ status: "created" });
    advance(MINUTE);
    await runTimed("payment.sweep");
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", bankId: bankIdOf(id) });
  });

  it("and whose person comes back when nobody waits any more: the bank is not asked to begin it", async () => {
    const asked = request(10_000n, []);
    await createPayment(scope, asked);
    advance(60 * MINUTE);
    const started = await startPayment(scope, asked);
    expect(started).toMatchObject({ kind: "started", confirmationUrl: null });
    expect(bankPayments()).toHaveLength(0);
  });

  it("for longer than anybody waits: what the bank never heard of is not begun", async () => {
    const created = await createPayment(scope, request(10_000n, []));
    const id = created.kind === "created" ? created.payment.id : "";
    advance(60 * MINUTE);
    await runTimed("payment.sweep");
    expect(await paymentOf(id)).toMatchObject({ status: "failed", failureReason: "not_submitted" });
    expect(bankPayments()).toHaveLength(0);
    const steps = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(steps.map(({ action }) => action)).toEqual(["payment.create", "payment.submit", "payment.fail"]);
  });
});
