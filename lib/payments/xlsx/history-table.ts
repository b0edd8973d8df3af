import { formatDay } from "@/lib/format/dates";
import { describeLine, type PaymentLine } from "@/lib/payments/rules/describe-line";
import type { TableJob } from "@/lib/tables/types";

/** Kopecks as decimal roubles: `1116218.00`. */
function roubles(kopecks: bigint): string {
  return `${kopecks / 100n}.${String(kopecks % 100n).padStart(2, "0")}`;
}

/** «История платежей» as a table. */
export function paymentTable(lines: readonly PaymentLine[]): TableJob {
  return {
    sheetName: "История платежей",
    columns: [
      { header: "Дата", width: 12, kind: "text" },
      { header: "Банк", width: 36, kind: "text" },
      { header: "Номер", width: 16, kind: "text" },
      { header: "Сумма оплаты, ₽", width: 18, kind: "number" },
      { header: "Возвращено, ₽", width: 16, kind: "number" },
      { header: "Статус", width: 26, kind: "text" },
      { header: "Назначение платежа", width: 70, kind: "text" },
    ],
    rows: lines.map((line) => {
      const { bank, status } = describeLine(line);
      const refunded = line.cabinet?.refunded ?? 0n;
      return [formatDay(line.day), bank, line.number, roubles(line.amount), refunded > 0n ? roubles(refunded) : null, status, line.purpose];
    }),
  };
}
