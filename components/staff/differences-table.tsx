import type { Route } from "next";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { describeDifference } from "@/lib/payments/rules/describe-difference";
import type { Difference } from "@/lib/payments/types";

export function DifferencesTable({ differences }: { differences: readonly Difference[] }) {
  return (
    <Table label="Расхождения с банком" stacked hasControls>
      <thead>
        <tr>
          <Th>Расхождение</Th>
          <Th>Платёж</Th>
          <Th>Номер в банке</Th>
          <Th numeric>В банке</Th>
          <Th numeric>В кабинете</Th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, place) => (
          <Line key={`${place}${difference.kind}`} difference={difference} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ difference }: { difference: Difference }) {
  const { name, advice, theirs, ours } = describeDifference(difference);
  const { number, bankId } = difference;
  return (
    <tr>
      <Td>
        <span className="font-medium">{name}</span>
        <span className="block text-sm text-muted">{advice}</span>
      </Td>
      <Td label="Платёж">{number === null ? "—" : <TextLink href={`/staff/payments/${number}` as Route}>№ {number}</TextLink>}</Td>
      <Td label="Номер в банке" className="break-all">{bankId ?? "—"}</Td>
      <Td numeric label="В банке">{theirs}</Td>
      <Td numeric label="В кабинете">{ours}</Td>
    </tr>
  );
}
