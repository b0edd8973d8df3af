import { bank, bankIdOf, makeBill, makeContract, makePayer, paymentOf, resetBank, settle, start, stopStand } from "@/tests/support/payment-stand";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import type { ContractScope } from "@/lib/auth/actor";
import { listDebts } from "@/lib/bills/queries";
import { db } from "@/lib/db/client";
import { importPaymentOrders } from "@/lib/integration/commands/import-payment-orders";
import { importPaymentOrdersSchema, type ImportPaymentOrders } from "@/lib/integration/schema";
import { checkInvariants } from "@/lib/payments/queries/check-invariants";

const billing = systemActor("integration", "billing");

let scope: ContractScope;
beforeEach(async () => {
  scope = await makePayer(await makeContract());
});
afterEach(resetBank);
afterAll(stopStand);

const order = (more: Partial<ImportPaymentOrders[number]> = {}): ImportPaymentOrders[number] => ({
  contractNumber: scope.number,
  bankName: "АО «Банк»",
  number: "118",
  paidOn: "2026-11-03",
  amount: "10000",
  purpose: "По договору",
  cabinetNumber: null,
  ...more,
});
const send = (...rows: ImportPaymentOrders) => importPaymentOrders(billing, importPaymentOrdersSchema.parse(rows));
const stored = () => db.paymentOrder.findMany({ where: { contractId: scope.contractId } });

async function pay(amount: bigint, bills: string[] = []): Promise<{ id: string; cabinetNumber: string }> {
  const id = await start(scope, amount, bills);
  bank.control.pay(bankIdOf(id));
  await settle();
  return { id, cabinetNumber: String((await paymentOf(id)).number) };
}

it("transfers sent twice change nothing, corrected ones change", async () => {
  expect(await send(order())).toMatchObject({ ok: true, saved: 1 });
  expect(await send(order())).toMatchObject({ ok: true, saved: 0 });
  expect(await send(order({ amount: "10001" }), order({ paidOn: "2026-11-04" }))).toMatchObject({ ok: true, saved: 2 });
  expect((await stored()).map(({ amount }) => amount).sort()).toEqual([10_000n, 10_001n]);
});

it("a payment of the cabinet is confirmed by its number: billing's settlement takes over, prepayment is counted once", async () => {
  const bill = await makeBill(scope.contractId, 10_000n);
  const { id, cabinetNumber } = await pay(12_000n, [bill]);
  expect((await listDebts([scope])).get(scope.contractId)).toMatchObject({ total: 0n, incoming: 2_000n });
  await db.bill.update({ where: { id: bill }, data: { settledAmount: 10_000n } });
  expect(await send(order({ amount: "12000", cabinetNumber }))).toMatchObject({ ok: true, saved: 1 });
  expect(await stored()).toMatchObject([{ paymentId: id, amount: 12_000n }]);
  expect(await db.paymentAllocation.count({ where: { paymentId: id, confirmedAt: null } })).toBe(0);
  expect((await listDebts([scope])).get(scope.contractId)).toMatchObject({ total: 0n, incoming: 0n });
  // A repetition that no longer names it takes nothing back.
  expect(await send(order({ amount: "12000" }))).toMatchObject({ ok: true, saved: 0 });
  expect(await stored()).toMatchObject([{ paymentId: id }]);
  expect(await checkInvariants()).toEqual([]);
});

it("what does not fit a payment of the cabinet is refused with everything sent beside it", async () => {
  const { cabinetNumber } = await pay(12_000n);
  const waiting = String((await paymentOf(await start(scope, 500n))).number);
  const refusal = async (more: Partial<ImportPaymentOrders[number]>) => {
    const outcome = await send(order({ number: "1" }), order({ amount: "12000", cabinetNumber, ...more }));
    return outcome.ok ? [] : outcome.problems;
  };
  expect(await refusal({ amount: "11999" })).toEqual([{ row: 1, code: "other_amount", key: cabinetNumber }]);
  expect(await refusal({ contractNumber: await makeContract() })).toMatchObject([{ code: "other_contract" }]);
  expect(await refusal({ cabinetNumber: "999999999" })).toMatchObject([{ code: "unknown_payment" }]);
  expect(await refusal({ cabinetNumber: waiting })).toMatchObject([{ code: "unknown_payment" }]);
  expect(await stored()).toEqual([]);
  expect(await send(order({ amount: "12000", cabinetNumber }))).toMatchObject({ ok: true, saved: 1 });
  expect(await refusal({ number: "119" })).toMatchObject([{ code: "booked_already" }]);
  const twice = await send(order({ amount: "12000", cabinetNumber }), order({ number: "119", amount: "12000", cabinetNumber }));
  expect(twice).toEqual({ ok: false, problems: [{ row: 1, code: "repeated", key: cabinetNumber }] });
});
