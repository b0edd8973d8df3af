import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { FACILITIES_PER_PAGE, type FacilityStatus } from "@/lib/readings/constants";
import type { BillingPeriod, FacilityFilter, FacilityPage } from "@/lib/readings/types";
import { facilityIds } from "@/lib/readings/queries/facility-ids";

type Row = {
  id: string;
  code: string;
  address: string;
  name: string | null;
  status: FacilityStatus;
  meters: number;
  registers: number;
  sent: number;
  sent_at: Date | null;
  matching: number;
};

/** One page of facilities that fit the filter, with how much of each was sent in the period. */
export async function listFacilities(scope: ContractScope, period: BillingPeriod, filter: FacilityFilter): Promise<FacilityPage> {
  const search = filter.search === "" ? null : `%${filter.search.replace(/[%_\\]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<Row[]>`
    WITH counted AS (
      SELECT f.id, f.code, f.address, f.name, f.status,
             count(DISTINCT m.id)::int AS meters, count(r.id)::int AS registers, count(cur.id)::int AS sent, max(cur.created_at) AS sent_at
      FROM facilities f
      LEFT JOIN metering_points p ON p.facility_id = f.id
      LEFT JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
      LEFT JOIN registers r ON r.meter_id = m.id
      LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = ${period.month.toString()}::date AND cur.is_current
      WHERE f.contract_id = ${scope.contractId}::uuid
        AND (${facilityIds(scope)}::uuid[] IS NULL OR f.id = ANY(${facilityIds(scope)}::uuid[]))
        AND (${search}::text IS NULL OR f.code LIKE ${search} OR f.address ILIKE ${search} OR f.name ILIKE ${search})
      GROUP BY f.id
    )
    SELECT *, count(*) OVER ()::int AS matching FROM counted
    WHERE ${filter.state} = 'all' OR (${filter.state} = 'sent') = (registers > 0 AND sent = registers)
    ORDER BY code
    LIMIT ${FACILITIES_PER_PAGE} OFFSET ${(filter.page - 1) * FACILITIES_PER_PAGE}`;
  return {
    matching: rows[0]?.matching ?? 0,
    facilities: rows.map(({ sent_at, matching: _, ...facility }) => ({ ...facility, sentAt: sent_at })),
  };
}
