import { expect, it } from "vitest";
import { read, utils } from "xlsx";
import { paymentTable } from "@/lib/payments/xlsx/history-table";
import { writeTable } from "@/lib/tables/xlsx/write-table";

it("writes exact sums and keeps a purpose that looks like a formula a text", () => {
  const { sheetName, columns, rows } = paymentTable([
    { number: "0012", day: "2026-11-03", amount: 111621805n, purpose: "=1+1", bankName: "АО «Банк»", cabinet: null },
    {
      number: "7",
      day: "2026-11-02",
      amount: 100n,
      purpose: "Оплата",
      bankName: null,
      cabinet: { id: "1", status: "succeeded", method: "sbp", methodTitle: null, refunded: 30n, held: false },
    },
  ]);
  const book = read(writeTable(sheetName, columns, rows));
  const sheet = book.Sheets[sheetName];
  expect(sheet && utils.sheet_to_json(sheet, { header: 1 }).slice(1)).toEqual([
    ["03.11.2026", "АО «Банк»", "0012", 1116218.05, "", "Учтён", "=1+1"],
    ["02.11.2026", "Личный кабинет, СБП", "7", 1, 0.3, "Возвращён частично", "Оплата"],
  ]);
});
