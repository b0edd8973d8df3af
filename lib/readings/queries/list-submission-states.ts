import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { SubmissionState } from "@/lib/readings/types";

type Row = { contract_id: string; month: string; last_day: string; registers: number; sent: number; sent_on: string | null };

/** How far readings of the earliest open month are, by contract id; contracts without an open month or registers are absent. */
export async function listSubmissionStates(scopes: readonly ContractScope[]): Promise<Map<string, SubmissionState>> {
  if (scopes.length === 0) return new Map();
  const at = now();
  const ids = scopes.map(({ contractId }) => contractId);
  // A restricted member counts only the facilities of the restriction.
  const restricted = scopes.flatMap(({ facilityIds }) => (facilityIds === "all" ? [] : facilityIds));
  const restrictedContracts = scopes.filter(({ facilityIds }) => facilityIds !== "all").map(({ contractId }) => contractId);
  const rows = await db.$queryRaw<Row[]>`
    WITH open AS (
      SELECT DISTINCT ON (c.id) c.id AS contract_id, p.month,
             ((p.closes_at - interval '1 millisecond') AT TIME ZONE ${env.supplierTimeZone})::date AS last_day
      FROM contracts c JOIN billing_periods p ON p.period_group = c.period_group
      WHERE c.id = ANY(${ids}::uuid[]) AND p.opens_at <= ${at} AND p.closes_at > ${at} AND p.closed_at IS NULL
      ORDER BY c.id, p.month
    )
    SELECT o.contract_id, o.month::text, o.last_day::text, count(r.id)::int AS registers, count(cur.id)::int AS sent,
           (max(cur.created_at) AT TIME ZONE ${env.supplierTimeZone})::date::text AS sent_on
    FROM open o
    JOIN facilities f ON f.contract_id = o.contract_id AND f.status = 'awaiting'
     AND (o.contract_id <> ALL(${restrictedContracts}::uuid[]) OR f.id = ANY(${restricted}::uuid[]))
    JOIN metering_points mp ON mp.facility_id = f.id
    JOIN meters m ON m.metering_point_id = mp.id AND m.removed_on IS NULL AND m.status = 'awaiting'
    JOIN registers r ON r.meter_id = m.id
    LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = o.month AND cur.is_current
    GROUP BY o.contract_id, o.month, o.last_day`;
  return new Map(
    rows.map((row) => [
      row.contract_id,
      { month: row.month, lastDay: row.last_day, registers: row.registers, sent: row.sent, sentOn: row.sent_on },
    ]),
  );
}
