import "server-only";
import type { Tx } from "@/lib/db/types";

/** Ids of periods by `group yyyy-mm`. */
export async function resolvePeriods(tx: Tx, months: readonly string[]): Promise<Map<string, string>> {
  const days = [...new Set(months)].map((month) => new Date(`${month}-01`));
  const periods = await tx.billingPeriod.findMany({ where: { month: { in: days } }, select: { id: true, group: true, month: true } });
  return new Map(periods.map(({ id, group, month }) => [`${group} ${month.toISOString().slice(0, 7)}`, id]));
}
