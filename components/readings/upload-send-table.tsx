import { Table, Td, Th } from "@/components/ui/table";
import { formatEnergy, formatReading } from "@/lib/format/energy";
import { QUANTITY_UNITS } from "@/lib/readings/constants";
import { describeRegister } from "@/lib/readings/rules/describe-problem";
import type { UploadSendRow } from "@/lib/readings/types";

type UploadSendTableProps = { rows: readonly UploadSendRow[]; label: string };

export function UploadSendTable({ rows, label }: UploadSendTableProps) {
  return (
    <Table label={label} stacked>
      <thead>
        <tr>
          <Th numeric>Строка</Th>
          <Th>Энергообъект</Th>
          <Th>Прибор учёта</Th>
          <Th numeric>Предыдущие</Th>
          <Th numeric>Текущие</Th>
          <Th numeric>Расход</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <Td numeric label="Строка">
              {row.row}
            </Td>
            <Td>
              {row.facility.address}
              <div className="text-sm text-muted">{row.facility.code}</div>
            </Td>
            <Td>
              {row.serialNumber}
              <div className="text-sm text-muted">{describeRegister(row)}</div>
            </Td>
            <Td numeric label="Предыдущие">
              {formatReading(row.previous, row)}
            </Td>
            <Td numeric label="Текущие" className="font-semibold">
              <div>
                {formatReading(row.value, row)}
                {row.computed && <div className="text-sm font-normal text-muted">из формулы</div>}
              </div>
            </Td>
            <Td numeric label="Расход">
              <span>
                {formatEnergy(row.consumption)} <span className="text-sm text-muted">{QUANTITY_UNITS[row.quantity]}</span>
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
