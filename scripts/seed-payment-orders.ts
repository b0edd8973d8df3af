import { type CalendarDate, parseDate } from "@internationalized/date";
import { formatDay } from "@/lib/format/dates";
import type { ImportAdvances, ImportBills, ImportPaymentOrders } from "@/lib/integration/schema";
import { seededRandom } from "./seed-random";

type Order = Omit<ImportPaymentOrders[number], "number">;

const BANKS = ["АО «Северный банк»", "ПАО «Балтийский банк»", "АО «Невский кредит»"] as const;
const FIRST_NUMBER = 118;
/** Money paid ahead came so long ago. */
const AHEAD_DAYS = 3;

const clamp = (day: CalendarDate, low: CalendarDate, high: CalendarDate) => {
  const notEarly = day.compare(low) < 0 ? low : day;
  return notEarly.compare(high) > 0 ? high : notEarly;
};

const bankOf = (contract: string) => seededRandom(`bank ${contract}`).pick(BANKS);

/** The transfer by which a settled bill was paid: a few days before it was due. */
function paidBill(bill: ImportBills[number], today: CalendarDate): Order {
  const early = seededRandom(`paid ${bill.number}`).whole(0, 4);
  return {
    contractNumber: bill.contractNumber,
    bankName: bankOf(bill.contractNumber),
    paidOn: clamp(parseDate(bill.dueOn).subtract({ days: early }), parseDate(bill.issuedOn), today).toString(),
    amount: bill.settledAmount,
    purpose: `Оплата по счёту № ${bill.number} от ${formatDay(bill.issuedOn)} за электроэнергию, договор № ${bill.contractNumber}`,
    cabinetNumber: null,
  };
}

function paidAhead({ contractNumber, amount }: ImportAdvances[number], today: CalendarDate): Order {
  return {
    contractNumber,
    bankName: bankOf(contractNumber),
    paidOn: today.subtract({ days: AHEAD_DAYS }).toString(),
    amount,
    purpose: `Авансовый платёж за электроэнергию, договор № ${contractNumber}`,
    cabinetNumber: null,
  };
}

/** Transfers that add up to what billing has settled and what was paid ahead; numbers follow the days of each contract. */
export function planPaymentOrders(bills: ImportBills, advances: ImportAdvances, today: CalendarDate): ImportPaymentOrders {
  const settled = bills.filter(({ settledAmount }) => settledAmount !== "0").map((bill) => paidBill(bill, today));
  const orders = [...settled, ...advances.map((advance) => paidAhead(advance, today))];
  return [...Map.groupBy(orders, ({ contractNumber }) => contractNumber).values()].flatMap((own) =>
    own.toSorted((a, b) => a.paidOn.localeCompare(b.paidOn)).map((order, index) => ({ ...order, number: String(FIRST_NUMBER + index * 7) })),
  );
}
