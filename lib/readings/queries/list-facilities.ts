import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { FACILITIES_PER_PAGE, FACILITY_CHOICES } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import type { BillingPeriod, FacilityFilter, FacilityPage, FacilitySummary } from "@/lib/readings/types";

type Row = Omit<FacilityPage, "facilities" | "page"> & {
  page: number;
  facilities: (Omit<FacilitySummary, "sentAt"> & { sentAt: string | null })[] | null;
};

/**
 * One page of facilities that fit the filter, with how much of each was sent in the period, and the list to choose from.
 * One row of JSON, and only the facilities of the page are counted unless the filter is by state.
 */
export async function listFacilities(scope: ContractScope, period: BillingPeriod, filter: FacilityFilter): Promise<FacilityPage> {
  const search = filter.search === "" ? null : `%${filter.search.replace(/[%_\\]/g, "\\$&")}%`;
  const month = period.month.toString();
  const [row] = await db.$queryRaw<Row[]>`
    WITH own AS (
      SELECT f.id, f.code, f.address, f.name, f.status
      FROM facilities f
      WHERE f.contract_id = ${scope.contractId}::uuid
        AND (${facilityIds(scope)}::uuid[] IS NULL OR f.id = ANY(${facilityIds(scope)}::uuid[]))
    ), matching AS (
      SELECT o.* FROM own o
      WHERE (${search}::text IS NULL OR o.code LIKE ${search} OR o.address ILIKE ${search} OR o.name ILIKE ${search})
        AND (${filter.state} = 'all' OR (
          SELECT CASE WHEN ${filter.state} = 'unsent'
                   THEN bool_or(cur.id IS NULL AND o.status = 'awaiting' AND m.status = 'awaiting')
                   ELSE bool_or(cur.id IS NOT NULL) AND NOT bool_or(cur.id IS NULL AND o.status = 'awaiting' AND m.status = 'awaiting') END
          FROM metering_points p
          JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
          JOIN registers r ON r.meter_id = m.id
          LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = ${month}::date AND cur.is_current
          WHERE p.facility_id = o.id
        ))
    ), size AS (
      SELECT count(*)::int AS matching,
             GREATEST(1, LEAST(${filter.page}::int, ceil(count(*) / ${FACILITIES_PER_PAGE}::numeric)::int)) AS page
      FROM matching
    ), shown AS (
      SELECT * FROM matching ORDER BY code
      LIMIT ${FACILITIES_PER_PAGE} OFFSET ((SELECT page FROM size) - 1) * ${FACILITIES_PER_PAGE}
    )
    SELECT s.matching, s.page, (SELECT count(*)::int FROM own) AS total,
           (SELECT CASE WHEN count(*) <= ${FACILITY_CHOICES} THEN json_agg(json_build_object('code', code, 'address', address) ORDER BY code) END
            FROM own) AS choices,
           (SELECT json_agg(json_build_object(
              'id', f.id, 'code', f.code, 'address', f.address, 'name', f.name, 'status', f.status, 'meters', c.meters,
              'registers', c.registers, 'sent', c.sent, 'missing', c.missing, 'sentAt', c.sent_at) ORDER BY f.code)
            FROM shown f CROSS JOIN LATERAL (
              SELECT count(DISTINCT m.id)::int AS meters, count(*)::int AS registers, count(cur.id)::int AS sent, max(cur.created_at) AS sent_at,
                     (count(*) FILTER (WHERE cur.id IS NULL AND f.status = 'awaiting' AND m.status = 'awaiting'))::int AS missing
              FROM metering_points p
              JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
              JOIN registers r ON r.meter_id = m.id
              LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = ${month}::date AND cur.is_current
              WHERE p.facility_id = f.id
            ) c) AS facilities
    FROM size s`;
  if (!row) return { choices: [], total: 0, matching: 0, page: 1, facilities: [] };
  const facilities = (row.facilities ?? []).map((facility) => ({
    ...facility,
    sentAt: facility.sentAt === null ? null : new Date(facility.sentAt),
  }));
  return { ...row, choices: row.total === 0 ? [] : row.choices, facilities };
}
