import { bank, bankIdOf, checkAndReset, makeBill, makeContract, makePayer, settle, start, stopStand } from "@/tests/support/payment-stand";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { listDebts } from "@/lib/bills/queries";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { getPayment } from "@/lib/payments/queries/get-payment";
import { listPayableBills } from "@/lib/payments/queries/list-payable-bills";

let number: string;
let scope: ContractScope;
beforeEach(async () => {
  number = await makeContract();
  scope = await makePayer(number);
});
afterEach(checkAndReset);
afterAll(stopStand);

async function pay(amount: bigint, bills: string[]): Promise<string> {
  const id = await start(scope, amount, bills);
  bank.control.pay(bankIdOf(id));
  await settle();
  return id;
}

/** The same figures on the card of the contract and on «Реквизиты оплаты». */
async function dueOf(by = scope) {
  const [debts, lines] = await Promise.all([listDebts([by]), listPayableBills(by)]);
  const debt = debts.get(by.contractId);
  expect(debt?.bills.map(({ number: bill, due, payer }) => [bill, due, payer])).toEqual(lines.map(({ number: bill, due, payer }) => [bill, due, payer]));
  return { total: debt?.total, count: debt?.billCount, incoming: debt?.incoming, dues: lines.map(({ due }) => due), payers: lines.map(({ payer }) => payer) };
}

it("money counts from its capture, before billing knows of it, and no more after billing confirms it", async () => {
  const [first, second] = [await makeBill(scope.contractId, 10_000n, "2026-11-10"), await makeBill(scope.contractId, 30_000n, "2026-11-25")];
  expect(await dueOf()).toMatchObject({ total: 40_000n, count: 2, incoming: 0n, dues: [10_000n, 30_000n] });
  await pay(25_000n, [first, second]);
  expect(await dueOf()).toMatchObject({ total: 15_000n, count: 1, incoming: 0n, dues: [15_000n] });
  const ahead = await pay(16_000n, [second]);
  expect(await dueOf()).toMatchObject({ total: 0n, count: 0, incoming: 1_000n, dues: [] });

  await pool.query("UPDATE payment_allocations SET confirmed_at = '2026-11-21' WHERE bill_id = ANY($1::uuid[])", [[first, second]]);
  await pool.query("UPDATE bills SET settled_amount = CASE id WHEN $1::uuid THEN 10000 ELSE 29000 END WHERE id IN ($1, $2)", [first, second]);
  await pool.query(
    "INSERT INTO payment_orders (id, contract_id, bank_name, number, paid_on, amount, purpose, payment_id) VALUES (gen_random_uuid(), $1, 'Банк', '1', '2026-11-21', 16000, 'Оплата', $2)",
    [scope.contractId, ahead],
  );
  expect(await dueOf()).toMatchObject({ total: 1_000n, count: 1, incoming: 0n, dues: [1_000n] });
  await db.paymentAllocation.updateMany({ data: { confirmedAt: null } });
  await pool.query("UPDATE bills SET settled_amount = 0 WHERE id IN ($1, $2)", [first, second]);
});

it("while a bill is being paid everyone sees who and until when, and only the payer which payment", async () => {
  const colleague = await makePayer(number, ["Петров", "Пётр"]);
  const bill = await makeBill(scope.contractId, 10_000n);
  const id = await start(scope, 10_000n, [bill]);
  const { liveUntil } = await db.payment.findUniqueOrThrow({ where: { id } });
  expect((await dueOf()).payers).toEqual([{ name: "Иванова Анна", until: liveUntil, paymentId: id }]);
  expect((await dueOf(colleague)).payers).toEqual([{ name: "Иванова Анна", until: liveUntil, paymentId: null }]);
  bank.control.pay(bankIdOf(id), "insufficient_funds");
  await settle();
  expect((await dueOf(colleague)).payers).toEqual([null]);
});

it("a payment is shown to its payer alone, on the contract alone", async () => {
  const [colleague, elsewhere] = [await makePayer(number, ["Петров", "Пётр"]), await makePayer(await makeContract())];
  const bill = await makeBill(scope.contractId, 10_000n);
  const id = await pay(12_000n, [bill]);
  expect(await getPayment([scope], id)).toMatchObject({ status: "succeeded", amount: 12_000n, contract: number, planned: [{ amount: 10_000n }], settled: [{ amount: 10_000n }] });
  expect(await getPayment([colleague], id)).toBeNull();
  expect(await getPayment([elsewhere], id)).toBeNull();
  expect(await getPayment([], id)).toBeNull();
});
