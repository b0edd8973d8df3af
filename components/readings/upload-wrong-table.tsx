import { Table, Td, Th } from "@/components/ui/table";
import { EMPTY } from "@/lib/format/numbers";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import type { UploadWrongRow } from "@/lib/readings/types";

type UploadWrongTableProps = { rows: readonly UploadWrongRow[] };

/** Texts stand as in the file, so that the row can be found there. */
export function UploadWrongTable({ rows }: UploadWrongTableProps) {
  return (
    <Table label="Строки с ошибкой" stacked>
      <thead>
        <tr>
          <Th numeric>Строка</Th>
          <Th>Код ЭО</Th>
          <Th>Номер ПУ</Th>
          <Th numeric>В файле</Th>
          <Th>Что исправить</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <Td numeric label="Строка">
              {row.row}
            </Td>
            <Td label="Код ЭО">{row.facilityCode || EMPTY}</Td>
            <Td label="Номер ПУ">
              <div className="min-w-36 max-sm:text-right">
                {row.serialNumber || EMPTY}
                <div className="text-sm text-muted">
                  {row.quantity} {row.zone}
                </div>
              </div>
            </Td>
            <Td numeric label="В файле">
              {row.text || EMPTY}
            </Td>
            <Td className="text-danger">{describeProblem(row.problem)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
