import "server-only";
import { parseDate } from "@internationalized/date";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import type { BillingPeriod } from "@/lib/readings/types";

type Row = { id: string; month: string; opens_at: Date; closes_at: Date; closed_at: Date | null };

function toPeriod(row: Row): BillingPeriod {
  return { id: row.id, month: parseDate(row.month), opensAt: row.opens_at, closesAt: row.closes_at, closedAt: row.closed_at };
}

/** The earliest month that takes readings now; failing that the next to open, else the last one; null where billing gave none. */
export async function getCurrentPeriod(scope: ContractScope): Promise<BillingPeriod | null> {
  const at = now();
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.month::text, p.opens_at, p.closes_at, p.closed_at
    FROM billing_periods p JOIN contracts c ON c.period_group = p.period_group
    WHERE c.id = ${scope.contractId}::uuid
    ORDER BY CASE WHEN p.opens_at <= ${at} AND p.closes_at > ${at} AND p.closed_at IS NULL THEN 0
                  WHEN p.opens_at > ${at} THEN 1 ELSE 2 END,
             CASE WHEN p.closes_at > ${at} AND p.closed_at IS NULL THEN p.month END,
             p.month DESC
    LIMIT 1`;
  return rows[0] ? toPeriod(rows[0]) : null;
}
