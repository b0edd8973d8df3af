import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/types";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import type { BillingPeriod } from "@/lib/readings/types";

type Chosen = {
  /** Only these registers and the others of their meters. */
  registerIds?: string[];
  tx?: Tx;
};

/**
 * Every register in place of a contract as one JSON text of arrays, made by the database and read by `unpackLines` in a
 * worker thread: 20,000 rows cost the main thread nothing.
 */
export async function listRegisterLines(scope: ContractScope, period: BillingPeriod, { registerIds, tx = db }: Chosen = {}): Promise<string> {
  const month = period.month.toString();
  const restriction = facilityIds(scope);
  const only = registerIds ?? null;
  const [row] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array(
             r.id, m.id, f.code, COALESCE(f.name, f.address), f.status, m.status, m.serial_number, p.name, r.quantity, r.zone,
             m.integer_digits, m.fraction_digits, trim_scale(p.multiplier)::text, trim_scale(p.losses_percent)::text,
             trim_scale(prev.value)::text, to_char(prev.month, 'YYYY-MM'), trim_scale(cur.value)::text, cur.version
           ) ORDER BY f.code, p.code, m.id, r.quantity, r.zone)::text AS lines
    FROM facilities f
    JOIN metering_points p ON p.facility_id = f.id
    JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
    JOIN registers r ON r.meter_id = m.id
    LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = ${month}::date AND cur.is_current
    LEFT JOIN LATERAL (
      SELECT g.value, g.month FROM readings g
      WHERE g.register_id = r.id AND g.is_current AND g.month < ${month}::date
      ORDER BY g.month DESC LIMIT 1
    ) prev ON true
    WHERE f.contract_id = ${scope.contractId}::uuid AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))
      AND (${only}::uuid[] IS NULL OR m.id IN (SELECT e.meter_id FROM registers e WHERE e.id = ANY(${only}::uuid[])))`;
  return row?.lines ?? "[]";
}
