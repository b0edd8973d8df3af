import type { Route } from "next";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { StaffContract } from "@/lib/contracts/types";

export function ContractsTable({ contracts }: { contracts: readonly StaffContract[] }) {
  return (
    <Table label="Договоры" stacked hasControls>
      <thead>
        <tr>
          <Th>Договор</Th>
          <Th>Клиент</Th>
          <Th>ИНН</Th>
          <Th numeric>Энергообъектов</Th>
        </tr>
      </thead>
      <tbody>
        {contracts.map(({ number, clientName, inn, facilities }) => (
          <tr key={number}>
            <Td>
              <TextLink href={`/staff/contracts/${number}` as Route}>{number}</TextLink>
            </Td>
            <Td label="Клиент">{clientName}</Td>
            <Td label="ИНН">{inn}</Td>
            <Td numeric label="Энергообъектов">{facilities}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
