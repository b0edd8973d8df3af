import { type CalendarDate, endOfMonth, startOfMonth } from "@internationalized/date";
import Big from "big.js";
import type { ImportAdvances, ImportBills, ImportCharges, ImportReadings } from "@/lib/integration/schema";
import { billedOn, monthOf, pastMonths } from "./seed-calendar";
import { MONEY } from "./seed-data";
import { planPaymentOrders } from "./seed-payment-orders";

type Terms = (typeof MONEY.contracts)[number];
type Bill = ImportBills[number];

const FIRST_ADVANCE = 30n;
const SECOND_ADVANCE = 40n;
/** Advances are asked for in whole roubles. */
const roubles = (kopecks: bigint) => (kopecks / 100n) * 100n;

/** Kopecks charged for each past month, oldest first. */
function chargesOf(terms: Terms, readings: ImportReadings, months: CalendarDate[]): bigint[] {
  const kwh = new Map<string, Big>();
  for (const row of readings) {
    if (row.quantity === "active_import") kwh.set(row.month, (kwh.get(row.month) ?? new Big(0)).plus(row.consumption ?? 0));
  }
  return months.map((month) => BigInt((kwh.get(monthOf(month)) ?? new Big(0)).times(terms.kopecksPerKwh).toFixed(0)));
}

function billsOfMonth(terms: Terms, month: CalendarDate, charge: bigint, before: bigint, today: CalendarDate): Omit<Bill, "number">[] {
  const next = month.add({ months: 1 });
  const settled = (kind: Bill["kind"], amount: bigint, issuedOn: CalendarDate, dueOn: CalendarDate) => ({
    contractNumber: terms.contract,
    kind,
    issuedOn: issuedOn.toString(),
    dueOn: dueOn.toString(),
    month: monthOf(month),
    amount: String(amount),
    settledAmount: String(amount),
  });
  const first = terms.advances ? roubles((before * FIRST_ADVANCE) / 100n) : 0n;
  const second = terms.advances ? roubles((before * SECOND_ADVANCE) / 100n) : 0n;
  return [
    settled("advance", first, month, month.set({ day: 10 })),
    settled("advance", second, month.set({ day: 15 }), month.set({ day: 25 })),
    settled("final", charge - first - second, billedOn(month, today), next.set({ day: 18 })),
  ].filter(({ amount }) => BigInt(amount) > 0n);
}

/** The final bill of the last month, where the contract has not paid it yet. */
function leaveUnpaid(bills: Bill[], terms: Terms, today: CalendarDate): Bill[] {
  const left = terms.unpaidFinal;
  const last = bills.at(-1);
  if (!left || !last) return bills;
  const dueOn = today.add({ days: left.dueInDays }).toString();
  return [...bills.slice(0, -1), { ...last, number: left.number, dueOn, settledAmount: "0" }];
}

function planContract(terms: Terms, readings: ImportReadings, today: CalendarDate) {
  const months = pastMonths(today);
  const amounts = chargesOf(terms, readings, months);
  const tail = terms.contract.slice(-3);
  const charges: ImportCharges = months.map((month, index) => ({
    contractNumber: terms.contract,
    month: monthOf(month),
    kind: "final",
    documentNumber: `236${tail}${monthOf(month).replace("-", "")}`,
    documentDate: endOfMonth(month).toString(),
    amount: String(amounts[index] ?? 0n),
  }));
  const bills = months
    .flatMap((month, index) => {
      const charge = amounts[index] ?? 0n;
      return billsOfMonth(terms, month, charge, amounts[index - 1] ?? charge, today);
    })
    .map((bill, index) => ({ ...bill, number: `126${tail}${String(index + 1).padStart(6, "0")}` }));
  return { charges, bills: leaveUnpaid(bills, terms, today) };
}

function planUnpaid(today: CalendarDate): ImportBills {
  return MONEY.unpaid.map(({ contract, number, kind, amount, issuedInDays, dueInDays }) => ({
    contractNumber: contract,
    number,
    kind,
    amount,
    settledAmount: "0",
    issuedOn: today.add({ days: issuedInDays }).toString(),
    dueOn: today.add({ days: dueInDays }).toString(),
    month: monthOf(startOfMonth(today)),
  }));
}

/** Two years of charges and paid bills that follow from the consumption, and what is still to pay. */
export function planMoney(readingsOf: (contract: string) => ImportReadings, today: CalendarDate) {
  const contracts = MONEY.contracts.map((terms) => planContract(terms, readingsOf(terms.contract), today));
  const advances: ImportAdvances = MONEY.advances.map(({ contract, kind, amount }) => ({ contractNumber: contract, kind, amount }));
  const bills = [...contracts.flatMap(({ bills: own }) => own), ...planUnpaid(today)];
  return { charges: contracts.flatMap(({ charges }) => charges), bills, advances, paymentOrders: planPaymentOrders(bills, advances, today) };
}
