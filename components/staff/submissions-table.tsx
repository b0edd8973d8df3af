import type { Route } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment, formatMonth } from "@/lib/format/dates";
import { READING_SOURCE_NAMES } from "@/lib/readings/constants";
import type { SubmissionRow } from "@/lib/readings/types";

type SubmissionsTableProps = {
  submissions: readonly SubmissionRow[];
  /** The supplier's time zone. */
  zone: string;
  withContract?: boolean;
};

export function SubmissionsTable({ submissions, zone, withContract = false }: SubmissionsTableProps) {
  if (submissions.length === 0) {
    return <EmptyState title="Показаний ещё не передавали">Здесь появятся передачи клиентов: когда, кто и сколько значений</EmptyState>;
  }
  return (
    <Table label="Передачи показаний" stacked>
      <thead>
        <tr>
          <Th>Номер</Th>
          <Th>Время</Th>
          {withContract && <Th>Договор</Th>}
          <Th>Период</Th>
          <Th>Кто передал</Th>
          <Th>Источник</Th>
          <Th numeric>Значений</Th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((row) => (
          <tr key={row.number}>
            <Td label="Номер">{row.number}</Td>
            <Td label="Время" className="whitespace-nowrap">{formatMoment(row.at, zone)}</Td>
            {withContract && (
              <Td label="Договор">
                <div>
                  <TextLink href={`/staff/contracts/${row.contract}` as Route}>{row.contract}</TextLink>
                  <span className="block text-sm text-muted">{row.clientName}</span>
                </div>
              </Td>
            )}
            <Td label="Период" className="whitespace-nowrap">{formatMonth(row.month)}</Td>
            <Td label="Кто передал">{row.by === "" ? "—" : row.by}</Td>
            <Td label="Источник">{READING_SOURCE_NAMES[row.source]}</Td>
            <Td numeric label="Значений">{row.saved}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
