import { bank, bankIdOf, makeContract, makePayer, resetBank, settle, start, stopStand } from "@/tests/support/payment-stand";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { getStatement } from "@/lib/payments/queries/list-debt";
import { readStatementPeriod } from "@/lib/payments/rules/statement";
import { today } from "@/lib/platform/clock";

let scope: ContractScope;
beforeEach(async () => {
  scope = await makePayer(await makeContract());
});
afterEach(resetBank);
afterAll(stopStand);

function charge(month: string, amount: bigint, on: ContractScope = scope) {
  const [year = 0, place = 0] = month.split("-").map(Number);
  return db.charge.create({
    data: { contractId: on.contractId, month: new Date(`${month}-01`), kind: "final", documentNumber: month, documentDate: new Date(Date.UTC(year, place, 0)), amount },
  });
}
const order = (paidOn: string, amount: bigint, paymentId: string | null = null) =>
  db.paymentOrder.create({ data: { contractId: scope.contractId, bankName: "АО «Банк»", number: paidOn, paidOn: new Date(paidOn), amount, purpose: "По договору", paymentId } });
const statement = (period: string, limit = 100, offset = 0) => getStatement(scope, readStatementPeriod(period, today()), limit, offset);

async function pay(amount: bigint): Promise<string> {
  const id = await start(scope, amount);
  bank.control.pay(bankIdOf(id));
  await settle();
  return id;
}

it("a period stands between what was owed before and after it", async () => {
  await charge("2026-09", 10_000n);
  await charge("2026-10", 12_000n);
  await order("2026-09-18", 4_000n);
  await order("2026-10-18", 9_000n);
  await charge("2026-10", 70_000n, await makePayer(await makeContract()));
  expect(await statement("2026-10")).toEqual({
    opening: 6_000n,
    charged: 12_000n,
    paid: 9_000n,
    total: 2,
    lines: [
      { day: "2026-10-18", kind: "order", number: "2026-10-18", bank: "АО «Банк»", amount: 9_000n },
      { day: "2026-10-31", kind: "charge", number: "2026-10", chargeKind: "final", amount: 12_000n },
    ],
  });
  expect(await statement("2026-11")).toEqual({ opening: 9_000n, charged: 0n, paid: 0n, total: 0, lines: [] });
  expect(await statement("2025")).toMatchObject({ opening: 0n, total: 0 });
});

it("a payment of the cabinet counts at once, and once when billing books it", async () => {
  const id = await pay(5_000n);
  const before = await statement("2026-11");
  expect(before).toMatchObject({ paid: 5_000n, lines: [{ kind: "cabinet", amount: 5_000n, day: "2026-11-21" }] });
  await order("2026-11-21", 5_000n, id);
  expect(await statement("2026-11")).toMatchObject({ paid: 5_000n, lines: [{ kind: "order", amount: 5_000n }] });
});

it("money given back is subtracted on its own day, also after billing booked the payment", async () => {
  const id = await pay(5_000n);
  await order("2026-11-21", 5_000n, id);
  const at = new Date("2026-11-22T21:30:00Z");
  await db.refund.create({ data: { paymentId: id, clientKey: randomUUID(), status: "succeeded", amount: 2_000n, reason: "Ошибка", createdAt: at, updatedAt: at } });
  const { paid, lines } = await statement("2026-11");
  expect(paid).toBe(3_000n);
  expect(lines[1]).toMatchObject({ kind: "refund", amount: -2_000n, day: "2026-11-23" });
});

it("one that did not succeed does not count", async () => {
  await start(scope, 5_000n);
  expect(await statement("2026")).toMatchObject({ paid: 0n, total: 0 });
});

it("comes in pages with the sums of the whole period", async () => {
  for (let day = 1; day <= 5; day += 1) await order(`2026-11-0${day}`, BigInt(day));
  const pages = await Promise.all([0, 2, 4].map((offset) => statement("2026", 2, offset)));
  expect(pages.flatMap(({ lines }) => lines.map(({ amount }) => amount))).toEqual([1n, 2n, 3n, 4n, 5n]);
  expect(pages.map(({ total, paid }) => [total, paid])).toEqual(Array(3).fill([5, 15n]));
});
