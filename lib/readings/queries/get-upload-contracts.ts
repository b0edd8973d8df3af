import "server-only";
import { parseDate } from "@internationalized/date";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { windowState } from "@/lib/readings/rules/window-state";
import type { UploadContract } from "@/lib/readings/types";

type Row = {
  number: string;
  client_name: string;
  period_id: string | null;
  month: string;
  opens_at: Date;
  closes_at: Date;
  closed_at: Date | null;
};

/** The contracts to choose from, each with its own period: groups of contracts have different windows. */
export async function getUploadContracts(scopes: readonly ContractScope[]): Promise<UploadContract[]> {
  const at = now();
  const ids = scopes.map(({ contractId }) => contractId);
  // The same choice of a period as in `getCurrentPeriod`.
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.number, c.client_name, p.id AS period_id, p.month::text, p.opens_at, p.closes_at, p.closed_at
    FROM contracts c
    LEFT JOIN LATERAL (
      SELECT q.* FROM billing_periods q WHERE q.period_group = c.period_group
      ORDER BY CASE WHEN q.opens_at <= ${at} AND q.closes_at > ${at} AND q.closed_at IS NULL THEN 0
                    WHEN q.opens_at > ${at} THEN 1 ELSE 2 END,
               CASE WHEN q.closes_at > ${at} AND q.closed_at IS NULL THEN q.month END,
               q.month DESC
      LIMIT 1
    ) p ON true
    WHERE c.id = ANY(${ids}::uuid[])
    ORDER BY c.number`;
  return rows.map((row) => {
    const contract = { number: row.number, clientName: row.client_name };
    if (row.period_id === null) return { ...contract, month: null, window: null };
    const period = { id: row.period_id, month: parseDate(row.month), opensAt: row.opens_at, closesAt: row.closes_at, closedAt: row.closed_at };
    return { ...contract, month: row.month, window: windowState(period, at, env.supplierTimeZone) };
  });
}
