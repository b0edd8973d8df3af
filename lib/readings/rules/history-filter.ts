import { startOfMonth, type CalendarDate } from "@internationalized/date";
import { HISTORY_MONTHS } from "@/lib/readings/constants";
import type { HistoryFilter } from "@/lib/readings/types";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** ISO first days of the months a person may choose from, newest first. */
export function historyMonths(today: CalendarDate, count: number): string[] {
  const current = startOfMonth(today);
  return Array.from({ length: count }, (_, back) => current.subtract({ months: back }).toString());
}

/** Months of the address as `yyyy-mm`; nonsense means the last year, exchanged ends are put right. */
export function readHistoryFilter(raw: { from?: unknown; to?: unknown; search?: unknown }, today: CalendarDate): HistoryFilter {
  const to = readMonth(raw.to) ?? startOfMonth(today).toString();
  const from = readMonth(raw.from) ?? startOfMonth(today).subtract({ months: HISTORY_MONTHS - 1 }).toString();
  const search = typeof raw.search === "string" ? raw.search.trim().slice(0, 100) : "";
  return from <= to ? { search, from, to } : { search, from: to, to: from };
}

function readMonth(raw: unknown): string | null {
  return typeof raw === "string" && MONTH.test(raw) ? `${raw}-01` : null;
}
