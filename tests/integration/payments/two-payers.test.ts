import { bank, bankPayments, checkAndReset, makeBill, makeContract, makePayer, pass, payAtBank, paymentOf, request, settle, start, stopStand } from "@/tests/support/payment-stand";
import { clock } from "@/tests/support/moving-clock";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { createPayment } from "@/lib/payments/commands/create-payment";
import { LIVE_MS } from "@/lib/payments/constants";
import { startPayment } from "@/lib/payments/process/start-payment";
import { env } from "@/lib/platform/env";

let number: string;
let anna: ContractScope;
let boris: ContractScope;
beforeEach(async () => {
  number = await makeContract();
  anna = await makePayer(number, ["Иванова", "Анна"]);
  boris = await makePayer(number, ["Быков", "Борис"]);
});
afterEach(checkAndReset);
afterAll(stopStand);

describe("one bill and two payers", () => {
  it("one wins, the other is told who pays and until when, by bill", async () => {
    const [first, second, third] = [await makeBill(anna.contractId, 10_000n), await makeBill(anna.contractId, 20_000n), await makeBill(anna.contractId, 30_000n)];
    const paymentId = await start(anna, 30_000n, [first, second]);
    const outcome = await startPayment(boris, request(50_000n, [second, third]));
    const bill = await db.bill.findUniqueOrThrow({ where: { id: second } });
    const until = new Date(clock.moment.getTime() + LIVE_MS);
    expect(outcome).toEqual({ kind: "busy", bills: [{ number: bill.number, by: "Иванова Анна", until, own: false, paymentId: null }] });
    expect(await startPayment(anna, request(20_000n, [second]))).toMatchObject({ kind: "busy", bills: [{ own: true, paymentId }] });
    expect(bankPayments()).toHaveLength(1);
  });

  it("fifty at once: exactly one goes to the bank", async () => {
    const bill = await makeBill(anna.contractId, 10_000n);
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => startPayment(index % 2 === 0 ? anna : boris, request(10_000n, [bill]))));
    expect(outcomes.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "busy")).toHaveLength(49);
    expect(bankPayments()).toHaveLength(1);
  });

  it("the other may pay when the first went away, and no sooner", async () => {
    const bill = await makeBill(anna.contractId, 10_000n);
    await start(anna, 10_000n, [bill]);
    await pass(14);
    expect(await startPayment(boris, request(10_000n, [bill]))).toMatchObject({ kind: "busy" });
    await pass(2);
    expect(await startPayment(boris, request(10_000n, [bill]))).toMatchObject({ kind: "started" });
  });

  it("cannot both claim it, whatever a program does: the database refuses", async () => {
    const bill = await makeBill(anna.contractId, 10_000n);
    await start(anna, 10_000n, [bill]);
    const other = await start(boris, 5_000n);
    await expect(pool.query("INSERT INTO payment_claims (payment_id, bill_id, place, amount, live) VALUES ($1, $2, 1, 1, true)", [other, bill])).rejects.toThrow("payment_claims_one_live");
  });
});

describe("what the page showed", () => {
  it("is refused when a bill is paid meanwhile", async () => {
    const bill = await makeBill(anna.contractId, 10_000n);
    const paid = await start(anna, 4_000n, [bill]);
    payAtBank(paid);
    await settle();
    expect(await startPayment(boris, request(10_000n, [bill], { shownDue: { [bill]: 10_000n } }))).toEqual({ kind: "changed" });
    expect(await startPayment(boris, request(6_000n, [bill], { shownDue: { [bill]: 6_000n } }))).toMatchObject({ kind: "started" });
  });

  it("is refused for a bill of another contract, an unknown one and a paid one", async () => {
    const stranger = await makePayer(await makeContract());
    const bill = await makeBill(anna.contractId, 10_000n);
    expect(await startPayment(stranger, request(10_000n, [bill]))).toEqual({ kind: "changed" });
    expect(await startPayment(anna, request(10_000n, ["00000000-0000-4000-8000-000000000000"]))).toEqual({ kind: "changed" });
    await db.bill.update({ where: { id: bill }, data: { settledAmount: 10_000n } });
    expect(await startPayment(anna, request(10_000n, [bill]))).toEqual({ kind: "changed" });
  });

  it("is checked under the lock of its bills: money that comes while one waits is seen", async () => {
    const bill = await makeBill(anna.contractId, 10_000n);
    const earlier = await start(boris, 1_000n);
    const other = await pool.connect();
    await other.query("BEGIN");
    await other.query("SELECT FROM bills WHERE id = $1 FOR NO KEY UPDATE", [bill]);
    const waiting = createPayment(anna, request(10_000n, [bill], { shownDue: { [bill]: 10_000n } }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await other.query("INSERT INTO payment_allocations (payment_id, bill_id, amount) VALUES ($1, $2, 3000)", [earlier, bill]);
    await other.query("COMMIT");
    other.release();
    expect(await waiting).toEqual({ kind: "changed" });
    await pool.query("DELETE FROM payment_allocations WHERE payment_id = $1", [earlier]);
  });
});

describe("before the bank is called", () => {
  it("a sum above the limit of the way to pay is refused, one below is not", async () => {
    expect(await startPayment(anna, request(env.cardLimit + 1n, []))).toEqual({ kind: "limit", limit: env.cardLimit });
    expect(await startPayment(anna, request(env.cardLimit + 1n, [], { method: "sbp" }))).toMatchObject({ kind: "started" });
    expect(await startPayment(anna, request(env.sbpLimit, [], { method: "sbp" }))).toMatchObject({ kind: "started" });
    expect(bankPayments()).toHaveLength(2);
  });

  it("a person without a confirmed e-mail is refused", async () => {
    const carl = await makePayer(number, ["Карлов", "Карл"], false);
    expect(await startPayment(carl, request(10_000n, []))).toEqual({ kind: "email_unconfirmed" });
    expect(bankPayments()).toHaveLength(0);
  });

  it("card numbers in the purpose are masked", async () => {
    const id = await start(anna, 10_000n, [], { purpose: "с карты 2200 0000 0000 0004\nза ноябрь" });
    expect((await paymentOf(id)).purpose).toBe("с карты •••• 0004 за ноябрь");
  });

  it("the largest sum is exact to the kopeck", async () => {
    const amount = 10n ** 13n - 1n;
    const bill = await makeBill(anna.contractId, amount);
    const id = await start(anna, amount, [bill], { method: "sbp" });
    payAtBank(id, "succeeded", { method: "sbp" });
    await settle();
    expect(await paymentOf(id)).toMatchObject({ capturedAmount: amount });
    expect(bank.control.state().payments).toMatchObject([{ amount: { value: "99999999999.99" } }]);
    expect(await db.paymentAllocation.findMany({ where: { paymentId: id }, select: { amount: true } })).toEqual([{ amount }]);
  });
});

it("keeps other bills untouched while one is paid", async () => {
  const bill = await makeBill(anna.contractId, 10_000n);
  const other = await makeBill(anna.contractId, 20_000n);
  payAtBank(await start(anna, 25_000n, [bill]));
  await settle();
  expect(await db.paymentAllocation.count({ where: { billId: other } })).toBe(0);
});
