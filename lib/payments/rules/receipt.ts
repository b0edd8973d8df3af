import { BILL_KIND_NAMES, type BillKind } from "@/lib/bills/constants";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import type { PaymentMethod } from "@/lib/payments/constants";
import { describeMethod } from "@/lib/payments/rules/describe-card";

/** A payment that came, as its receipt tells it; kopecks. */
export type Receipt = {
  number: string;
  contract: string;
  clientName: string;
  inn: string;
  amount: bigint;
  refunded: bigint;
  purpose: string;
  method: PaymentMethod;
  methodTitle: string | null;
  capturedAt: Date;
  /** The bank's own id of the payment. */
  bankId: string | null;
  settled: readonly { number: string; kind: BillKind; amount: bigint }[];
};

/** Words of a receipt in the order they stand; the same payment always gives the same ones. */
export type ReceiptText = { title: string; madeAt: Date; facts: [name: string, value: string][]; settled: [name: string, sum: string][] };

export function receiptText(receipt: Receipt, zone: string): ReceiptText {
  const { number, contract, clientName, inn, amount, refunded, purpose, method, methodTitle, capturedAt, bankId, settled } = receipt;
  const prepayment = amount - refunded - settled.reduce((sum, bill) => sum + bill.amount, 0n);
  const rows: [string, string][] = settled.map((bill) => [`${BILL_KIND_NAMES[bill.kind]} № ${bill.number}`, formatMoney(bill.amount)]);
  return {
    title: `Квитанция об оплате № ${number}`,
    madeAt: capturedAt,
    facts: [
      ["Плательщик", `${clientName}, ИНН ${inn}`],
      ["Договор", `№ ${contract}`],
      ["Сумма", formatMoney(amount)],
      ...(refunded > 0n ? [["Возвращено", formatMoney(refunded)] satisfies [string, string]] : []),
      ["Назначение", purpose],
      ["Оплачено", formatMoment(capturedAt, zone)],
      ["Способ оплаты", describeMethod(method, methodTitle)],
      ...(bankId === null ? [] : [["Номер операции в банке", bankId] satisfies [string, string]]),
    ],
    settled: prepayment > 0n ? [...rows, ["Предоплата в счёт следующих счетов", formatMoney(prepayment)]] : rows,
  };
}
