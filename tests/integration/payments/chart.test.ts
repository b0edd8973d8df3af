import { bank, bankIdOf, makeBill, makeContract, makePayer, settle, start, stopStand } from "@/tests/support/payment-stand";
import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listChart } from "@/lib/payments/queries/list-chart";

afterAll(stopStand);

it("twelve months of bills as issued and of money as it came, a contract at a time", async () => {
  const scope = await makePayer(await makeContract());
  const other = await makePayer(await makeContract());
  await makeBill(scope.contractId, 10_000n);
  await makeBill(scope.contractId, 5_000n);
  await makeBill(other.contractId, 700n);
  const order = { contractId: scope.contractId, bankName: "АО «Банк»", purpose: "По договору" };
  await db.paymentOrder.createMany({
    data: [
      { ...order, number: "1", paidOn: new Date("2025-12-01"), amount: 100n },
      { ...order, number: "2", paidOn: new Date("2025-11-30"), amount: 200n },
      { ...order, number: "3", paidOn: new Date("2026-10-31"), amount: 400n },
    ],
  });
  const id = await start(scope, 1_000n);
  bank.control.pay(bankIdOf(id));
  await settle();
  const months = await listChart(scope);
  expect(months.map(({ month }) => month)).toEqual([..."123456789".split("").map((month) => `2026-0${month}`), "2026-10", "2026-11"].toSpliced(0, 0, "2025-12"));
  expect(months.filter(({ billed, paid }) => billed + paid > 0n)).toEqual([
    { month: "2025-12", billed: 0n, paid: 100n },
    { month: "2026-10", billed: 0n, paid: 400n },
    { month: "2026-11", billed: 15_000n, paid: 1_000n },
  ]);
});
