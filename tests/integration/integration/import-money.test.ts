import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importAdvances } from "@/lib/integration/commands/import-advances";
import { importBills } from "@/lib/integration/commands/import-bills";
import { importCharges } from "@/lib/integration/commands/import-charges";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { BILL, billing, CONTRACT, importGround } from "@/tests/support/billing-rows";

const UNKNOWN = "78019999999999";
const ADVANCE = { contractNumber: CONTRACT.number, kind: "advance" as const, amount: "100957000" };
const CHARGE = {
  contractNumber: CONTRACT.number,
  month: "2026-10",
  kind: "final" as const,
  documentNumber: "236099202610",
  documentDate: "2026-10-31",
  amount: "-1500",
};

beforeAll(importGround);

it("bills sent twice change nothing, settled ones change", async () => {
  expect(await importBills(billing, [BILL])).toMatchObject({ saved: 1 });
  expect(await importBills(billing, [BILL])).toMatchObject({ saved: 0 });
  expect(await importBills(billing, [{ ...BILL, settledAmount: "2500" }])).toMatchObject({ saved: 1 });
  const [bill, ...rest] = await db.bill.findMany();
  expect(rest).toEqual([]);
  expect(bill).toMatchObject({ amount: 10000n, settledAmount: 2500n, month: new Date("2026-10-01"), dueOn: new Date("2026-11-18") });
});

it("bills never move to another contract", async () => {
  const other = { ...CONTRACT, number: "78010000000100" };
  await importContracts(billing, [other]);
  expect(await importBills(billing, [{ ...BILL, contractNumber: other.number, amount: "1" }])).toEqual({
    ok: false,
    problems: [{ row: 0, code: "other_contract", key: BILL.number }],
  });
});

it("advances keep the last balance of each kind", async () => {
  expect(await importAdvances(billing, [ADVANCE])).toMatchObject({ saved: 1 });
  expect(await importAdvances(billing, [ADVANCE])).toMatchObject({ saved: 0 });
  expect(await importAdvances(billing, [{ ...ADVANCE, amount: "0" }])).toMatchObject({ saved: 1 });
  expect((await db.advance.findMany()).map(({ amount }) => amount)).toEqual([0n]);
});

it("charges sent twice change nothing", async () => {
  expect(await importCharges(billing, [CHARGE])).toMatchObject({ saved: 1 });
  expect(await importCharges(billing, [CHARGE])).toMatchObject({ saved: 0 });
  expect((await db.charge.findMany()).map(({ amount }) => amount)).toEqual([-1500n]);
});

it("anything of an unknown contract is refused with everything sent beside it", async () => {
  const refused = { ok: false, problems: [{ row: 1, code: "unknown_contract", key: UNKNOWN }] };
  const lost = { contractNumber: UNKNOWN };
  expect(await importBills(billing, [{ ...BILL, number: "1" }, { ...BILL, ...lost, number: "2" }])).toEqual(refused);
  expect(await importAdvances(billing, [{ ...ADVANCE, kind: "penalty" }, { ...ADVANCE, ...lost }])).toEqual(refused);
  expect(await importCharges(billing, [{ ...CHARGE, documentNumber: "1" }, { ...CHARGE, ...lost }])).toEqual(refused);
  expect(await Promise.all([db.bill.count(), db.advance.count(), db.charge.count()])).toEqual([1, 1, 1]);
});
