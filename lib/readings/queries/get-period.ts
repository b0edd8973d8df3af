import "server-only";
import { parseDate } from "@internationalized/date";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { now } from "@/lib/platform/clock";
import type { BillingPeriod } from "@/lib/readings/types";

/** Dates are `Date` from a column and ISO text from JSON. */
export type PeriodRow = { id: string; month: string; opens_at: Date | string; closes_at: Date | string; closed_at: Date | string | null };

export function toPeriod(row: PeriodRow): BillingPeriod {
  return {
    id: row.id,
    month: parseDate(row.month),
    opensAt: new Date(row.opens_at),
    closesAt: new Date(row.closes_at),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  };
}

/** Of the periods `p`: the earliest month that takes readings now; failing that the next to open, else the last one. */
export function firstPeriod(at: Date): Prisma.Sql {
  return Prisma.sql`
    ORDER BY CASE WHEN p.opens_at <= ${at} AND p.closes_at > ${at} AND p.closed_at IS NULL THEN 0
                  WHEN p.opens_at > ${at} THEN 1 ELSE 2 END,
             CASE WHEN p.closes_at > ${at} AND p.closed_at IS NULL THEN p.month END,
             p.month DESC
    LIMIT 1`;
}

/** The period of a contract; nothing where billing gave none. */
export function currentPeriod(scope: ContractScope): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.month, p.opens_at, p.closes_at, p.closed_at
    FROM billing_periods p JOIN contracts c ON c.period_group = p.period_group
    WHERE c.id = ${scope.contractId}::uuid ${firstPeriod(now())}`;
}

export async function getCurrentPeriod(scope: ContractScope): Promise<BillingPeriod | null> {
  const [row] = await db.$queryRaw<PeriodRow[]>`
    SELECT id, month::text, opens_at, closes_at, closed_at FROM (${currentPeriod(scope)}) current`;
  return row ? toPeriod(row) : null;
}
