import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { firstPeriod, type PeriodRow, toPeriod } from "@/lib/readings/queries/get-period";
import { windowState } from "@/lib/readings/rules/window-state";
import type { UploadContract } from "@/lib/readings/types";

type Row = { number: string; client_name: string; period: PeriodRow | null };

/** The contracts to choose from, each with its own period: groups of contracts have different windows. */
export async function getUploadContracts(scopes: readonly ContractScope[]): Promise<UploadContract[]> {
  const at = now();
  const ids = scopes.map(({ contractId }) => contractId);
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.number, c.client_name, (
      SELECT to_json(p) FROM billing_periods p WHERE p.period_group = c.period_group ${firstPeriod(at)}
    ) AS period
    FROM contracts c
    WHERE c.id = ANY(${ids}::uuid[])
    ORDER BY c.number`;
  return rows.map(({ number, client_name: clientName, period }) => {
    if (period === null) return { number, clientName, month: null, window: null };
    return { number, clientName, month: period.month, window: windowState(toPeriod(period), at, env.supplierTimeZone) };
  });
}
