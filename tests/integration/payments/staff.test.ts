import { bankIdOf, makeBill, makeContract, makePayer, makeStaff, payAtBank, paymentOf, resetBank, runJobs, settle, start, stopStand } from "@/tests/support/payment-stand";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ContractScope, StaffActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { clearHold } from "@/lib/payments/commands/clear-hold";
import { staffOf } from "@/lib/payments/commands/staff-of";
import { startRefund } from "@/lib/payments/process/refund";
import { getStaffPayment } from "@/lib/payments/queries/staff-payment";
import { countAttention, listStaffPayments } from "@/lib/payments/queries/staff-payments";
import { env } from "@/lib/platform/env";

let contract: string;
let payer: ContractScope;
let staff: ContractScope;
let actor: StaffActor;
beforeEach(async () => {
  contract = await makeContract();
  payer = await makePayer(contract);
  staff = await makeStaff(contract);
  actor = staffOf(staff);
});
afterEach(resetBank);
afterAll(stopStand);

const listed = async (search: string, status?: "attention" | "succeeded" | "awaiting_user") =>
  (await listStaffPayments(actor, { search, status, page: 1 })).payments.map(({ number }) => number);

async function numberOf(id: string): Promise<string> {
  return String((await paymentOf(id)).number);
}

async function paid(amount: bigint, bills: string[] = []): Promise<string> {
  const id = await start(payer, amount, bills);
  payAtBank(id);
  await settle();
  return id;
}

const hold = (id: string) => db.$executeRaw`UPDATE payments SET held_reason = 'amount' WHERE id = ${id}::uuid`;

describe("the list of payments for staff", () => {
  it("is found by number, contract, client and the bank's number, newest first", async () => {
    const first = await paid(10_000n);
    const second = await start(payer, 20_000n);
    const [one, two] = [await numberOf(first), await numberOf(second)];
    expect(await listed(contract)).toEqual([two, one]);
    expect(await listed(one)).toContain(one);
    expect(await listed(bankIdOf(first))).toEqual([one]);
    expect(await listed("проверка")).toEqual(expect.arrayContaining([one, two]));
    expect(await listed(contract, "succeeded")).toEqual([one]);
    expect(await listed(`${contract}%`)).toEqual([]);
    expect(await listed("9".repeat(40))).toEqual([]);
  });

  it("names those that need attention: held ones, and refunds that wait for a second person", async () => {
    const [held, large, plain] = [await start(payer, 10_000n), await paid(env.refundSecondPersonFrom), await start(payer, 5_000n)];
    const before = await countAttention(actor);
    await hold(held);
    await startRefund(staff, { paymentId: large, amount: env.refundSecondPersonFrom, reason: "Дважды", clientKey: randomUUID() });
    expect(await countAttention(actor)).toBe(before + 2);
    const attention = await listed(contract, "attention");
    expect(attention).toEqual([await numberOf(large), await numberOf(held)]);
    expect(attention).not.toContain(await numberOf(plain));
  });
});

describe("a payment as staff sees it", () => {
  it("tells who paid, what it settled, every call, notification and step", async () => {
    const bill = await makeBill(payer.contractId, 60_000n);
    const id = await paid(100_000n, [bill]);
    await startRefund(staff, { paymentId: id, amount: 30_000n, reason: "Оплачено дважды", clientKey: randomUUID() });
    await runJobs();
    const seen = await getStaffPayment(actor, (await paymentOf(id)).number);
    expect(seen).toMatchObject({
      contract,
      payer: "Иванова Анна",
      captured: 100_000n,
      refunded: 30_000n,
      refundable: 70_000n,
      bills: [{ planned: 60_000n, settled: 60_000n, confirmedAt: null }],
      refunds: [{ status: "succeeded", reason: "Оплачено дважды", requestedBy: "Петров Пётр" }],
    });
    expect(seen?.calls.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual(expect.arrayContaining(["create 200", "refund 200"]));
    expect(seen?.notifications.map(({ event }) => event)).toContain("payment.succeeded");
    const steps = seen?.events.map(({ action, by }) => `${action} ${by}`);
    expect(steps).toEqual(expect.arrayContaining(["payment.create Иванова Анна", "payment.capture null", "refund.request Петров Пётр"]));
  });

  it("shows who cleared a hold and why; an absent one is null", async () => {
    const id = await start(payer, 10_000n);
    await hold(id);
    expect(await getStaffPayment(actor, (await paymentOf(id)).number)).toMatchObject({ heldReason: "amount", refundable: 0n });
    await clearHold(staff, id, "Сверено с банком", "close");
    const seen = await getStaffPayment(actor, (await paymentOf(id)).number);
    expect(seen).toMatchObject({ status: "canceled", heldReason: null });
    expect(seen?.events).toContainEqual(expect.objectContaining({ action: "payment.clear_hold", by: "Петров Пётр", after: expect.objectContaining({ reason: "Сверено с банком" }) as unknown }));
    expect(await getStaffPayment(actor, 999_999_999_999n)).toBeNull();
  });
});
