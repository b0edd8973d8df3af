import { QUANTITY_NAMES, REGISTER_COLUMNS, STATUS_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";
import type { RegisterLine } from "@/lib/readings/types";
import type { TableColumn } from "@/lib/tables/types";
import { writeTable } from "@/lib/tables/xlsx/write-table";

/** The current column is text too: Excel turns a typed 12.5 into a date in any other format. */
const COLUMNS: TableColumn[] = [
  { header: REGISTER_COLUMNS.facilityCode, width: 22, kind: "text" },
  { header: REGISTER_COLUMNS.facilityName, width: 50, kind: "text" },
  { header: REGISTER_COLUMNS.facilityStatus, width: 18, kind: "text" },
  { header: REGISTER_COLUMNS.serialNumber, width: 16, kind: "text" },
  { header: REGISTER_COLUMNS.pointName, width: 28, kind: "text" },
  { header: REGISTER_COLUMNS.quantity, width: 22, kind: "text" },
  { header: REGISTER_COLUMNS.zone, width: 18, kind: "text" },
  { header: REGISTER_COLUMNS.previous, width: 24, kind: "number" },
  { header: REGISTER_COLUMNS.current, width: 22, kind: "text" },
];

/** The form as a file: one row a register, what was already sent filled in. */
export function writeRegisterTemplate(lines: RegisterLine[]): Buffer {
  const rows = lines.map((line) => [
    line.facilityCode,
    line.facilityName,
    STATUS_NAMES[line.facilityStatus],
    line.serialNumber,
    line.pointName,
    QUANTITY_NAMES[line.quantity],
    TARIFF_ZONE_NAMES[line.zone],
    line.previous?.value ?? null,
    line.current?.value.replace(".", ",") ?? null,
  ]);
  return writeTable("Показания", COLUMNS, rows);
}
