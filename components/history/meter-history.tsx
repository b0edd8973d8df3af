import { Table, Td, Th } from "@/components/ui/table";
import { formatMonth } from "@/lib/format/dates";
import { formatEnergy, formatReading } from "@/lib/format/energy";
import { QUANTITY_NAMES, QUANTITY_UNITS, READING_SOURCE_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";
import type { HistoryRow } from "@/lib/readings/types";

type MeterHistoryProps = { serialNumber: string; rows: readonly HistoryRow[] };

export function MeterHistory({ serialNumber, rows }: MeterHistoryProps) {
  if (rows.length === 0) {
    return <p className="px-4.5 py-3 text-muted">За выбранные месяцы показаний нет. Измените период, чтобы увидеть другие</p>;
  }
  return (
    <Table label={`Показания прибора ${serialNumber}`} stacked>
      <thead>
        <tr>
          <Th>Период</Th>
          <Th numeric>Значение</Th>
          <Th className="sm:pl-8">Тарифная зона</Th>
          <Th numeric>Расход</Th>
          <Th className="sm:pl-8">Источник показаний</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.month}-${row.quantity}-${row.zone}`}>
            <Td className="whitespace-nowrap first-letter:uppercase">{formatMonth(row.month)}</Td>
            <Td numeric label="Значение">{formatReading(row.value, row)}</Td>
            <Td label="Тарифная зона" className="sm:pl-8">
              {TARIFF_ZONE_NAMES[row.zone]} {QUANTITY_NAMES[row.quantity]}
            </Td>
            <Td numeric label="Расход">
              {formatEnergy(row.consumption)} {QUANTITY_UNITS[row.quantity]}
            </Td>
            <Td label="Источник показаний" className="sm:pl-8">{READING_SOURCE_NAMES[row.source]}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
