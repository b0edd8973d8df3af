import { bank, bankIdOf, makeContract, makePayer, resetBank, settle, start, stopStand } from "@/tests/support/payment-stand";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { listPaymentHistory } from "@/lib/payments/queries/list-history";

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };

let scope: ContractScope;
beforeEach(async () => {
  scope = await makePayer(await makeContract());
});
afterEach(resetBank);
afterAll(stopStand);

function makeOrder(number: string, paidOn: string, amount: bigint, paymentId: string | null = null) {
  const { contractId } = scope;
  return db.paymentOrder.create({ data: { contractId, number, paidOn: new Date(paidOn), amount, bankName: "АО «Банк»", purpose: "По договору", paymentId } });
}

async function pay(amount: bigint): Promise<string> {
  const id = await start(scope, amount);
  bank.control.pay(bankIdOf(id));
  await settle();
  return id;
}

it("transfers and payments of the cabinet are one list, newest first, of this contract only", async () => {
  await makeOrder("12", "2026-11-03", 100n);
  await makeOrder("13", "2026-11-05", 200n);
  await makeOrder("11", "2026-10-31", 400n);
  const mine = await pay(1_000n);
  await start(scope, 5_000n);
  const other = await makePayer(await makeContract());
  await start(other, 700n);
  const { lines, total, paid } = await listPaymentHistory(scope, NOVEMBER, 50);
  expect(lines.map(({ amount, cabinet }) => [amount, cabinet?.status ?? null])).toEqual([[5_000n, "awaiting_user"], [1_000n, "succeeded"], [200n, null], [100n, null]]);
  expect(lines[1]).toMatchObject({ cabinet: { id: mine }, bankName: null, day: "2026-11-21" });
  expect({ total, paid }).toEqual({ total: 4, paid: 1_300n });
  expect((await listPaymentHistory(scope, { from: "2026-10-01", to: "2026-10-31" }, 50)).lines.map(({ number }) => number)).toEqual(["11"]);
});

it("a payment that billing has confirmed is one line", async () => {
  const id = await pay(1_000n);
  await makeOrder("77", "2026-11-21", 1_000n, id);
  const { lines, total, paid } = await listPaymentHistory(scope, NOVEMBER, 50);
  expect(lines).toMatchObject([{ bankName: "АО «Банк»", amount: 1_000n, cabinet: { id, status: "succeeded" } }]);
  expect({ total, paid }).toEqual({ total: 1, paid: 1_000n });
});

it("comes in pages that together are the whole list", async () => {
  for (let day = 1; day <= 7; day += 1) await makeOrder(String(day), `2026-11-0${day}`, BigInt(day));
  const pages = await Promise.all([0, 3, 6].map((offset) => listPaymentHistory(scope, NOVEMBER, 3, offset)));
  expect(pages.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual(["7", "6", "5", "4", "3", "2", "1"]);
  expect(pages.map(({ total, paid }) => [total, paid])).toEqual(Array(3).fill([7, 28n]));
});
