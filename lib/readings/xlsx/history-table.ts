import { formatMonth } from "@/lib/format/dates";
import { QUANTITY_NAMES, QUANTITY_UNITS, READING_SOURCE_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";
import type { HistoryExportRow } from "@/lib/readings/types";
import type { TableJob } from "@/lib/tables/types";

/** The history page as a table: one row a register and month. */
export function historyTable(rows: readonly HistoryExportRow[]): TableJob {
  return {
    sheetName: "История показаний",
    columns: [
      { header: "Код ЭО", width: 22, kind: "text" },
      { header: "Адрес", width: 50, kind: "text" },
      { header: "Номер ПУ", width: 16, kind: "text" },
      { header: "Наименование ИК", width: 28, kind: "text" },
      { header: "Период", width: 16, kind: "text" },
      { header: "Измеряемая величина", width: 22, kind: "text" },
      { header: "Тарифная зона", width: 18, kind: "text" },
      { header: "Значение", width: 16, kind: "number" },
      { header: "Расход", width: 18, kind: "number" },
      { header: "Единица", width: 10, kind: "text" },
      { header: "Источник показаний", width: 22, kind: "text" },
    ],
    rows: rows.map((row) => [
      row.facilityCode,
      row.address,
      row.serialNumber,
      row.pointName,
      formatMonth(row.month),
      QUANTITY_NAMES[row.quantity],
      TARIFF_ZONE_NAMES[row.zone],
      row.value,
      row.consumption,
      QUANTITY_UNITS[row.quantity],
      READING_SOURCE_NAMES[row.source],
    ]),
  };
}
