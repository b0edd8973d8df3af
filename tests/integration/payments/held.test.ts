import { bank, bankIdOf, makeBill, makeContract, makePayer, makeStaff, pass, payAtBank, paymentOf, resetBank, runJobs, settle, start, stopStand } from "@/tests/support/payment-stand";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { applyPayment } from "@/lib/payments/commands/apply-payment";
import { clearHold } from "@/lib/payments/commands/clear-hold";
import { compareWithBank, reconcileDay, reconcileRecent } from "@/lib/payments/process/reconcile";
import { getReconciliation } from "@/lib/payments/queries/get-reconciliation";
import type { BankPayment } from "@/lib/payments/types";
import { clock } from "@/tests/support/moving-clock";

let scope: ContractScope;
let staff: ContractScope;
beforeEach(async () => {
  const number = await makeContract();
  scope = await makePayer(number);
  staff = await makeStaff(number);
  await db.$executeRaw`UPDATE payments SET held_reason = NULL`;
});
afterEach(resetBank);
afterAll(stopStand);

function told(paymentId: string, change: Partial<BankPayment> = {}): BankPayment {
  return {
    id: bankIdOf(paymentId),
    status: "succeeded",
    amount: 10_000n,
    refunded: 0n,
    currency: "RUB",
    metadata: { payment_id: paymentId },
    confirmationUrl: null,
    method: null,
    reason: null,
    createdAt: clock.moment,
    ...change,
  };
}

describe("a payment that does not match", () => {
  it.each([
    ["amount", { amount: 9_999n }],
    ["currency", { currency: "USD" }],
    ["metadata", { metadata: { payment_id: "00000000-0000-4000-8000-000000000000" } }],
    ["second_bank_payment", { id: "another" }],
  ])("in %s is held and moves nowhere", async (reason, change) => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const id = await start(scope, 10_000n, [bill]);
    await applyPayment(id, told(id, change));
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", heldReason: reason, capturedAmount: 0n });
    await applyPayment(id, told(id));
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", heldReason: reason });
    expect(await db.ledgerEntry.count({ where: { paymentId: id } })).toBe(0);
    expect(await db.paymentClaim.count({ where: { paymentId: id, live: true } })).toBe(1);
  });

  it("goes on when staff say why and the bank now agrees", async () => {
    const id = await start(scope, 10_000n);
    await applyPayment(id, told(id, { amount: 1n }));
    payAtBank(id);
    await settle();
    expect(await paymentOf(id)).toMatchObject({ status: "awaiting_user", heldReason: "amount" });
    expect(await clearHold(staff, id, "Сверено с банком, карта 2200 0000 0000 0004")).toBe(true);
    await runJobs();
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded", heldReason: null });
    const cleared = await db.auditEvent.findFirstOrThrow({ where: { subjectId: id, action: "payment.clear_hold" } });
    expect(cleared).toMatchObject({ actorKind: "staff", after: { reason: "Сверено с банком, карта •••• 0004" } });
    expect(await clearHold(staff, id, "ещё раз")).toBe(false);
  });

  it("is closed by staff without money, and asking again does not hold it again", async () => {
    const bill = await makeBill(scope.contractId, 10_000n);
    const id = await start(scope, 10_000n, [bill]);
    await applyPayment(id, told(id, { amount: 1n }));
    expect(await clearHold(await makeStaff(await makeContract()), id, "чужой")).toBe(false);
    expect(await clearHold(staff, id, "Деньги вернул банк", "close")).toBe(true);
    expect(await paymentOf(id)).toMatchObject({ status: "canceled", heldReason: null });
    expect(await db.paymentClaim.count({ where: { paymentId: id, live: true } })).toBe(0);
    await applyPayment(id, told(id, { amount: 1n }));
    expect(await paymentOf(id)).toMatchObject({ status: "canceled", heldReason: null });
  });
});

describe("the comparison with the bank's list", () => {
  const recent = () => ({ from: new Date(clock.moment.getTime() - 3600_000), to: new Date(clock.moment.getTime() + 3600_000) });

  it("finds nothing when both say the same", async () => {
    payAtBank(await start(scope, 10_000n));
    await start(scope, 20_000n);
    await settle();
    const found = await compareWithBank({ from: new Date(clock.moment.getTime() - 60_000), to: new Date(clock.moment.getTime() + 60_000) });
    expect(found?.differences.filter(({ bankId }) => bankId !== null && bank.control.state().payments.some((payment) => "id" in payment && payment.id === bankId))).toEqual([]);
  });

  it("names and repairs what no notification told", async () => {
    bank.control.switches({ notification_lost: true });
    const id = await start(scope, 10_000n);
    payAtBank(id);
    const before = await compareWithBank(recent());
    expect(before?.differences.filter(({ paymentId }) => paymentId === id)).toEqual([
      { kind: "status", bankId: bankIdOf(id), paymentId: id, number: String((await paymentOf(id)).number), theirs: "10000", ours: "0" },
    ]);
    await reconcileRecent();
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded" });
    expect((await getReconciliation("recent"))?.repaired).toBeGreaterThan(0);
  });

  it("names a payment that is not ours, one the bank does not have, and a held one, and keeps the day", async () => {
    const foreign = { id: "", metadata: { payment_id: "00000000-0000-4000-8000-000000000000" } };
    const answer = await fetch(`${bank.url}/v3/payments`, {
      method: "POST",
      headers: { Authorization: `Basic ${btoa("demo-shop:demo-secret")}`, "Idempotence-Key": crypto.randomUUID(), "content-type": "application/json" },
      body: JSON.stringify({ amount: { value: "5.00", currency: "RUB" }, capture: true, confirmation: { type: "redirect", return_url: "http://localhost" }, metadata: foreign.metadata }),
    });
    const { id: foreignId } = (await answer.json()) as { id: string };
    bank.control.pay(foreignId);
    const lost = await start(scope, 10_000n);
    payAtBank(lost);
    await settle();
    await db.$executeRaw`UPDATE payments SET bank_id = 'gone' WHERE id = ${lost}::uuid`;
    const held = await start(scope, 20_000n);
    await applyPayment(held, told(held, { amount: 1n }));
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Moscow" }).format(clock.moment);
    const result = await reconcileDay(day);
    const kinds = (id: string | null) => result?.differences.filter(({ paymentId, bankId }) => paymentId === id || bankId === id).map(({ kind }) => kind);
    expect(kinds(foreignId)).toEqual(["unknown_here"]);
    expect(kinds(lost)).toContain("missing_there");
    expect(kinds(held)).toEqual(["held"]);
    expect(await getReconciliation(day)).toEqual(result);
  });

  it("says nothing while the bank does not answer", async () => {
    bank.control.switches({ error_before: { operation: "list" } });
    expect(await reconcileRecent()).toBeNull();
    await pass(1);
  });
});
