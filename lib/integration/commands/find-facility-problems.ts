import "server-only";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { findUnknownContracts } from "@/lib/integration/commands/find-unknown-contracts";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import { findRepeated, type flattenFacilities } from "@/lib/integration/rules";
import type { ImportFacilities } from "@/lib/integration/schema";
import type { ImportProblem } from "@/lib/integration/types";

type Row = ImportFacilities[number];
type Point = Row["points"][number];
type Meter = Point["meters"][number];
export type FlatFacilities = ReturnType<typeof flattenFacilities<Meter["registers"][number], Meter, Point>>;

/** What would break or silently move something that stands elsewhere. */
export async function findFacilityProblems(tx: Tx, rows: ImportFacilities, flat: FlatFacilities): Promise<ImportProblem[]> {
  const repeated = [
    ...findRepeated(flat.points.map(({ row, code }) => ({ row, key: code }))),
    ...findRepeated(flat.meters.map(({ row, pointCode, serialNumber }) => ({ row, key: `${pointCode} ${serialNumber}` }))),
    ...findRepeated(
      flat.registers.map(({ row, pointCode, serialNumber, quantity, zone }) => ({
        row,
        key: `${pointCode} ${serialNumber} ${quantity} ${zone}`,
      })),
    ),
  ];
  if (repeated.length > 0) return repeated.slice(0, MAX_PROBLEMS);
  const facilities = asTable(
    rows.map(({ contractNumber, code }) => ({ contractNumber, code })),
    `"contractNumber" text, code text`,
  );
  const unknown = await findUnknownContracts(tx, facilities);
  if (unknown.length > 0) return unknown;
  const points = asTable(
    flat.points.map(({ row, code, facilityCode }) => ({ row, code, facilityCode })),
    `code text, "facilityCode" text`,
  );
  const meters = asTable(
    flat.meters.filter(({ removedOn }) => removedOn === null).map(({ row, pointCode }) => ({ row, pointCode })),
    `"pointCode" text`,
  );
  const known = flat.meters.map(({ pointCode, serialNumber }) => `${pointCode} ${serialNumber}`);
  return tx.$queryRaw<ImportProblem[]>`
    SELECT r."row", 'other_contract' AS code, r.code AS key
    FROM ${facilities} JOIN facilities f ON f.code = r.code JOIN contracts c ON c.id = f.contract_id
    WHERE c.number <> r."contractNumber"
    UNION ALL
    SELECT r."row", 'other_facility', r.code
    FROM ${points} JOIN metering_points p ON p.code = r.code JOIN facilities f ON f.id = p.facility_id
    WHERE f.code <> r."facilityCode"
    UNION ALL
    SELECT r."row", 'meter_in_place', r."pointCode" || ' ' || m.serial_number
    FROM ${meters} JOIN metering_points p ON p.code = r."pointCode"
    JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
    WHERE (r."pointCode" || ' ' || m.serial_number) <> ALL(${known}::text[])
    ORDER BY 1 LIMIT ${MAX_PROBLEMS}`;
}
