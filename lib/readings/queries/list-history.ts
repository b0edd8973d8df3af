import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db/generated/client";
import { db } from "@/lib/db/client";
import { HISTORY_EXPORT_ROWS, HISTORY_METERS_PER_PAGE, HISTORY_ROWS, type Quantity, type ReadingSource, type TariffZone } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import type { HistoryExportRow, HistoryFilter, HistoryMeter, HistoryRow } from "@/lib/readings/types";

type MeterRow = { id: string; serial_number: string; point_name: string; code: string; address: string; total: number };

function ofScope(scope: ContractScope, search: string): Prisma.Sql {
  const ids = facilityIds(scope);
  const pattern = search === "" ? null : `%${search.replace(/[%_\\]/g, "\\$&")}%`;
  return Prisma.sql`f.contract_id = ${scope.contractId}::uuid
    AND (${ids}::uuid[] IS NULL OR f.id = ANY(${ids}::uuid[]))
    AND (${pattern}::text IS NULL OR f.code LIKE ${pattern} OR f.address ILIKE ${pattern} OR m.serial_number LIKE ${pattern})`;
}

/** Meters of the contract, also removed ones, by facility: one page of them. */
export async function listHistoryMeters(scope: ContractScope, search: string, page: number): Promise<{ total: number; meters: HistoryMeter[] }> {
  const rows = await db.$queryRaw<MeterRow[]>`
    SELECT m.id, m.serial_number, p.name AS point_name, f.code, f.address, count(*) OVER ()::int AS total
    FROM facilities f
    JOIN metering_points p ON p.facility_id = f.id
    JOIN meters m ON m.metering_point_id = p.id
    WHERE ${ofScope(scope, search)}
    ORDER BY f.code, p.code, m.installed_on
    LIMIT ${HISTORY_METERS_PER_PAGE} OFFSET ${(page - 1) * HISTORY_METERS_PER_PAGE}`;
  return {
    total: rows[0]?.total ?? 0,
    meters: rows.map((row) => ({
      id: row.id,
      serialNumber: row.serial_number,
      pointName: row.point_name,
      facility: { code: row.code, address: row.address },
    })),
  };
}

type ReadingRow = {
  month: string;
  quantity: Quantity;
  zone: TariffZone;
  value: string;
  consumption: string | null;
  source: ReadingSource;
  created_at: Date;
  integer_digits: number;
  fraction_digits: number;
};

function toRow(row: ReadingRow): HistoryRow {
  const { created_at, integer_digits, fraction_digits, ...rest } = row;
  return { ...rest, sentAt: created_at, integerDigits: integer_digits, fractionDigits: fraction_digits };
}

const FIELDS = Prisma.sql`g.month::text, r.quantity::text, r.zone::text, trim_scale(g.value)::text AS value,
  trim_scale(g.consumption)::text AS consumption, g.source::text, g.created_at, m.integer_digits, m.fraction_digits`;

/** Current values of one meter, newest month first; another contract's meter has none. */
export async function listMeterHistory(scope: ContractScope, meterId: string, filter: HistoryFilter): Promise<HistoryRow[]> {
  const rows = await db.$queryRaw<ReadingRow[]>`
    SELECT ${FIELDS}
    FROM meters m
    JOIN metering_points p ON p.id = m.metering_point_id
    JOIN facilities f ON f.id = p.facility_id
    JOIN registers r ON r.meter_id = m.id
    JOIN readings g ON g.register_id = r.id AND g.is_current
    WHERE m.id = ${meterId}::uuid AND ${ofScope(scope, "")}
      AND g.month BETWEEN ${filter.from}::date AND ${filter.to}::date
    ORDER BY g.month DESC, r.quantity, r.zone
    LIMIT ${HISTORY_ROWS}`;
  return rows.map(toRow);
}

type ExportRow = ReadingRow & { code: string; address: string; serial_number: string; point_name: string };

/** Everything the filter keeps, for a file. */
export async function listHistoryRows(scope: ContractScope, filter: HistoryFilter): Promise<HistoryExportRow[]> {
  const rows = await db.$queryRaw<ExportRow[]>`
    SELECT f.code, f.address, m.serial_number, p.name AS point_name, ${FIELDS}
    FROM facilities f
    JOIN metering_points p ON p.facility_id = f.id
    JOIN meters m ON m.metering_point_id = p.id
    JOIN registers r ON r.meter_id = m.id
    JOIN readings g ON g.register_id = r.id AND g.is_current
    WHERE ${ofScope(scope, filter.search)} AND g.month BETWEEN ${filter.from}::date AND ${filter.to}::date
    ORDER BY f.code, p.code, m.serial_number, g.month DESC, r.quantity, r.zone
    LIMIT ${HISTORY_EXPORT_ROWS}`;
  return rows.map(({ code, serial_number, point_name, ...row }) => ({
    ...toRow(row),
    facilityCode: code,
    address: row.address,
    serialNumber: serial_number,
    pointName: point_name,
  }));
}
