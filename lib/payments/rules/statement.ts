import { endOfMonth, endOfYear, parseDate, startOfMonth, type CalendarDate } from "@internationalized/date";
import type { BillKind } from "@/lib/bills/constants";
import { formatMonth } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";

/** A charge of billing, or money: booked by billing, only of the cabinet so far, or given back (negative). */
export type StatementLine = { day: string; number: string; amount: bigint } & (
  | { kind: "charge"; chargeKind: BillKind }
  | { kind: "order"; bank: string }
  | { kind: "cabinet" }
  | { kind: "refund" }
);

export type Statement = {
  /** Kopecks owed before the period; negative: paid ahead. */
  opening: bigint;
  charged: bigint;
  paid: bigint;
  /** Lines of the period, also of other pages. */
  total: number;
  lines: StatementLine[];
};

/** A year or a month as the address names it, with its first and last day. */
export type StatementPeriod = { value: string; from: string; to: string };

const YEAR = /^20\d{2}$/;
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** `2026` or `2026-11` of the address; anything else means the current year. */
export function readStatementPeriod(raw: unknown, today: CalendarDate): StatementPeriod {
  if (typeof raw === "string" && MONTH.test(raw)) {
    const first = parseDate(`${raw}-01`);
    return { value: raw, from: first.toString(), to: endOfMonth(first).toString() };
  }
  const value = typeof raw === "string" && YEAR.test(raw) ? raw : String(today.year);
  const first = parseDate(`${value}-01-01`);
  return { value, from: first.toString(), to: endOfYear(first).toString() };
}

/** Years and months to choose from, newest first. */
export function statementPeriods(today: CalendarDate, years: number): { value: string; label: string }[] {
  return Array.from({ length: years }, (_, back) => today.year - back).flatMap((year) => {
    const last = year === today.year ? today.month : 12;
    const months = Array.from({ length: last }, (_, back) => startOfMonth(today).set({ year, month: last - back }).toString().slice(0, 7));
    return [{ value: String(year), label: `${year} год` }, ...months.map((month) => ({ value: month, label: formatMonth(month) }))];
  });
}

/** What is owed in words: «Долг 478 379,00 ₽». */
export function describeBalance(kopecks: bigint): string {
  if (kopecks === 0n) return "Долга нет";
  return kopecks > 0n ? `Долг ${formatMoney(kopecks)}` : `Переплата ${formatMoney(-kopecks)}`;
}
