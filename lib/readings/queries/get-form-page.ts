import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { FACILITIES_PER_PAGE, FACILITY_CHOICES, METER_PAGE_STEP, REGISTERS_PER_PAGE } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import { currentPeriod, type PeriodRow, toPeriod } from "@/lib/readings/queries/get-period";
import { type PackedMeterLine, unpackMeters } from "@/lib/readings/queries/unpack-meters";
import type { FacilityFilter, FacilitySummary, FormPage } from "@/lib/readings/types";

type Row = Pick<FormPage, "choices" | "total" | "matching" | "page" | "pages"> & {
  period: PeriodRow | null;
  facilities: (Omit<FacilitySummary, "sentAt" | "lines"> & { sentAt: string | null; shown: boolean })[] | null;
  lines: PackedMeterLine[] | null;
};

/**
 * Everything «Показания» shows, in one round trip and one row of JSON: the period, a page of the facilities that fit the
 * filter with how much of each was sent, and their registers with the previous and the current value.
 *
 * At most REGISTERS_PER_PAGE registers: facilities beyond that are named without their meters, and one too large even
 * alone is paged by meters. Every value is found by the index of current readings.
 */
export async function getFormPage(scope: ContractScope, filter: FacilityFilter): Promise<FormPage | null> {
  const search = filter.search === "" ? null : `%${filter.search.replace(/[%_\\]/g, "\\$&")}%`;
  const restriction = facilityIds(scope);
  const [row] = await db.$queryRaw<Row[]>`
    WITH period AS (${currentPeriod(scope)}
    ), own AS (
      SELECT f.id, f.code, f.address, f.name, f.status
      FROM facilities f
      WHERE f.contract_id = ${scope.contractId}::uuid AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))
    ), matching AS (
      SELECT o.* FROM own o
      WHERE (${search}::text IS NULL OR o.code LIKE ${search} OR o.address ILIKE ${search} OR o.name ILIKE ${search})
        AND (${filter.state} = 'all' OR (
          SELECT CASE WHEN ${filter.state} = 'unsent' THEN bool_or(missing) ELSE bool_or(sent) AND NOT bool_or(missing) END
          FROM (
            SELECT cur.register_id IS NOT NULL AS sent,
                   cur.register_id IS NULL AND o.status = 'awaiting' AND m.status = 'awaiting' AS missing
            FROM metering_points p
            JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
            JOIN registers r ON r.meter_id = m.id
            LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = (SELECT month FROM period) AND cur.is_current
            WHERE p.facility_id = o.id
          ) registers
        ))
    ), size AS (
      SELECT count(*)::int AS matching, GREATEST(1, LEAST(${filter.page}::int, ceil(count(*) / ${FACILITIES_PER_PAGE}::numeric)::int)) AS page
      FROM matching
    ), counted AS (
      SELECT f.*, c.*, (SELECT matching FROM size) = 1 AND c.registers > ${REGISTERS_PER_PAGE} AS alone,
             sum(c.registers) FILTER (WHERE c.registers <= ${REGISTERS_PER_PAGE}) OVER (ORDER BY f.code) AS running
      FROM (
        SELECT * FROM matching ORDER BY code
        LIMIT ${FACILITIES_PER_PAGE} OFFSET ((SELECT page FROM size) - 1) * ${FACILITIES_PER_PAGE}
      ) f CROSS JOIN LATERAL (
        SELECT count(DISTINCT m.id)::int AS meters, count(*)::int AS registers, count(cur.register_id)::int AS sent, max(cur.created_at) AS sent_at,
               (count(*) FILTER (WHERE cur.register_id IS NULL AND f.status = 'awaiting' AND m.status = 'awaiting'))::int AS missing
        FROM metering_points p
        JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
        JOIN registers r ON r.meter_id = m.id
        LEFT JOIN readings cur ON cur.register_id = r.id AND cur.month = (SELECT month FROM period) AND cur.is_current
        WHERE p.facility_id = f.id
      ) c
    ), fitted AS (
      SELECT *, alone OR (registers <= ${REGISTERS_PER_PAGE} AND running <= ${REGISTERS_PER_PAGE}) AS shown,
             CASE WHEN alone THEN ceil(registers / ${METER_PAGE_STEP}::numeric)::int END AS meter_pages
      FROM counted
    ), placed AS (
      SELECT f.code AS facility, f.meter_pages, p.code AS point, p.name, p.multiplier, p.losses_percent, m.id AS meter, m.serial_number, m.status,
             m.integer_digits, m.fraction_digits, r.id, r.quantity, r.zone,
             count(*) OVER (ORDER BY f.code, p.code, m.id RANGE UNBOUNDED PRECEDING) AS ends_at
      FROM fitted f
      JOIN metering_points p ON p.facility_id = f.id
      JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
      JOIN registers r ON r.meter_id = m.id
      WHERE f.shown
    ), lines AS (
      SELECT json_agg(json_build_array(
               l.facility, l.meter, l.serial_number, l.name, l.status, l.integer_digits, l.fraction_digits,
               trim_scale(l.multiplier)::text, trim_scale(l.losses_percent)::text, l.id, l.quantity, l.zone,
               trim_scale(prev.value)::text, to_char(prev.month, 'YYYY-MM'), trim_scale(cur.value)::text, cur.version,
               trim_scale(hours.total)::text
             ) ORDER BY l.facility, l.point, l.meter, l.quantity, l.zone) AS lines
      FROM placed l
      LEFT JOIN readings cur ON cur.register_id = l.id AND cur.month = (SELECT month FROM period) AND cur.is_current
      LEFT JOIN LATERAL (
        SELECT g.value, g.month FROM readings g
        WHERE g.register_id = l.id AND g.is_current AND g.month < (SELECT month FROM period)
        ORDER BY g.month DESC LIMIT 1
      ) prev ON true
      LEFT JOIN LATERAL (
        SELECT sum(d.day_total) AS total FROM interval_days d
        WHERE d.register_id = l.id AND d.day >= (SELECT month FROM period) AND d.day < (SELECT month + interval '1 month' FROM period)
      ) hours ON true
      WHERE l.meter_pages IS NULL OR (l.ends_at - 1) / ${METER_PAGE_STEP} + 1 = LEAST(${filter.page}::int, l.meter_pages)
    )
    SELECT (SELECT row_to_json(p) FROM period p) AS period, s.matching,
           (SELECT count(*)::int FROM own) AS total,
           COALESCE((SELECT max(LEAST(${filter.page}::int, meter_pages)) FROM fitted WHERE alone), s.page) AS page,
           COALESCE((SELECT max(meter_pages) FROM fitted), ceil(s.matching / ${FACILITIES_PER_PAGE}::numeric)::int) AS pages,
           (SELECT CASE WHEN count(*) <= ${FACILITY_CHOICES} THEN COALESCE(json_agg(json_build_object('code', code, 'address', address) ORDER BY code), '[]') END
            FROM own) AS choices,
           (SELECT json_agg(json_build_object(
              'code', code, 'address', address, 'status', status, 'meters', meters, 'registers', registers, 'sent', sent,
              'missing', missing, 'sentAt', sent_at, 'shown', shown) ORDER BY code) FROM fitted) AS facilities,
           (SELECT lines FROM lines) AS lines
    FROM size s`;
  if (!row?.period) return null;
  const { period, facilities, lines, ...page } = row;
  const meters = unpackMeters(lines ?? []);
  return {
    ...page,
    period: toPeriod(period),
    facilities: (facilities ?? []).map(({ shown, sentAt, ...facility }) => ({
      ...facility,
      sentAt: sentAt === null ? null : new Date(sentAt),
      lines: shown ? (meters.get(facility.code) ?? []) : null,
    })),
  };
}
