import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { METER_PAGE_STEP, type MeterStatus, type Quantity, type TariffZone } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import type { BillingPeriod, FormMeter } from "@/lib/readings/types";

/** As the database packs one register. */
type Packed = [
  facilityId: string, meterId: string, serialNumber: string, pointName: string, status: MeterStatus, integerDigits: number, fractionDigits: number,
  multiplier: string, lossesPercent: string, id: string, quantity: Quantity, zone: TariffZone, previousValue: string | null,
  previousMonth: string | null, currentValue: string | null, currentVersion: number | null, interval: string | null,
];

/**
 * Meters of the named facilities with what was sent before and now, by facility id. `page`: of the meters of a facility
 * too large for one page; without it all of them. Every lookup is by the index of current readings.
 */
export async function listFormMeters(
  scope: ContractScope,
  period: BillingPeriod,
  facilities: string[],
  page: number | null,
): Promise<Map<string, FormMeter[]>> {
  if (facilities.length === 0) return new Map();
  const restriction = facilityIds(scope);
  const month = period.month.toString();
  const next = period.month.add({ months: 1 }).toString();
  const [row] = await db.$queryRaw<{ lines: Packed[] | null }[]>`
    WITH placed AS (
      SELECT f.id AS facility_id, f.code, p.code AS point, p.name, p.multiplier, p.losses_percent, m.id AS meter_id, m.serial_number, m.status,
             m.integer_digits, m.fraction_digits, r.id, r.quantity, r.zone,
             count(*) OVER (ORDER BY f.code, p.code, m.id RANGE UNBOUNDED PRECEDING) AS ends_at
      FROM facilities f
      JOIN metering_points p ON p.facility_id = f.id
      JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
      JOIN registers r ON r.meter_id = m.id
      WHERE f.contract_id = ${scope.contractId}::uuid AND f.id = ANY(${facilities}::uuid[])
        AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))
    )
    SELECT json_agg(json_build_array(
             l.facility_id, l.meter_id, l.serial_number, l.name, l.status, l.integer_digits, l.fraction_digits,
             trim_scale(l.multiplier)::text, trim_scale(l.losses_percent)::text, l.id, l.quantity, l.zone,
             trim_scale(prev.value)::text, to_char(prev.month, 'YYYY-MM'), trim_scale(cur.value)::text, cur.version,
             trim_scale(hours.total)::text
           ) ORDER BY l.code, l.point, l.meter_id, l.quantity, l.zone) AS lines
    FROM placed l
    LEFT JOIN readings cur ON cur.register_id = l.id AND cur.month = ${month}::date AND cur.is_current
    LEFT JOIN LATERAL (
      SELECT g.value, g.month FROM readings g
      WHERE g.register_id = l.id AND g.is_current AND g.month < ${month}::date
      ORDER BY g.month DESC LIMIT 1
    ) prev ON true
    LEFT JOIN LATERAL (
      SELECT sum(d.day_total) AS total FROM interval_days d
      WHERE d.register_id = l.id AND d.day >= ${month}::date AND d.day < ${next}::date
    ) hours ON true
    WHERE ${page}::int IS NULL OR (l.ends_at - 1) / ${METER_PAGE_STEP} + 1 = ${page}::int`;
  return unpack(row?.lines ?? []);
}

function unpack(lines: Packed[]): Map<string, FormMeter[]> {
  const facilities = new Map<string, FormMeter[]>();
  for (const line of lines) {
    const [facilityId, id, serialNumber, pointName, status, integerDigits, fractionDigits, multiplier, lossesPercent, ...register] = line;
    const [registerId, quantity, zone, previousValue, previousMonth, currentValue, currentVersion, interval] = register;
    const meters = facilities.get(facilityId) ?? [];
    if (meters.length === 0) facilities.set(facilityId, meters);
    let meter = meters.at(-1);
    if (meter?.id !== id) {
      meter = { id, serialNumber, pointName, status, integerDigits, fractionDigits, multiplier, lossesPercent, registers: [] };
      meters.push(meter);
    }
    meter.registers.push({
      id: registerId,
      quantity,
      zone,
      previous: previousValue === null || previousMonth === null ? null : { value: previousValue, month: previousMonth },
      current: currentValue === null || currentVersion === null ? null : { value: currentValue, version: currentVersion },
      interval,
    });
  }
  return facilities;
}
