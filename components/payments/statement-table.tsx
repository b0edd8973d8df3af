import { Table, Td, Th } from "@/components/ui/table";
import type { BillKind } from "@/lib/bills/constants";
import { formatDay } from "@/lib/format/dates";
import { formatAmount } from "@/lib/format/money";
import { describeBalance, type Statement, type StatementLine } from "@/lib/payments/rules/statement";

const CHARGED_FOR: Record<BillKind, string> = {
  advance: "аванс",
  final: "электроэнергия",
  penalty: "пени",
  restriction: "ограничение и возобновление",
  service: "услуги",
};

type StatementTableProps = { statement: Statement; label: string; firstPage: boolean; lastPage: boolean };

/** Charges and payments of a period between what was owed before and after it. */
export function StatementTable({ statement: { opening, charged, paid, lines }, label, firstPage, lastPage }: StatementTableProps) {
  return (
    <Table label={label} stacked className="statement">
      <thead>
        <tr>
          <Th>Дата</Th>
          <Th>Документ</Th>
          <Th numeric>Начислено, ₽</Th>
          <Th numeric>Оплачено, ₽</Th>
        </tr>
      </thead>
      <tbody>
        {firstPage && <Balance when="На начало периода" kopecks={opening} />}
        {lines.map((line) => (
          <Line key={`${line.kind}${line.day}${line.number}`} line={line} />
        ))}
        {lastPage && (
          <>
            <tr className="total">
              <th scope="row" colSpan={2}>
                За период
              </th>
              <Td numeric label="Начислено, ₽">{formatAmount(charged)}</Td>
              <Td numeric label="Оплачено, ₽">{formatAmount(paid)}</Td>
            </tr>
            <Balance when="На конец периода" kopecks={opening + charged - paid} />
          </>
        )}
      </tbody>
    </Table>
  );
}

function Balance({ when, kopecks }: { when: string; kopecks: bigint }) {
  return (
    <tr className="total">
      <th scope="row" colSpan={2}>
        {when}
      </th>
      <Td numeric colSpan={2}>{describeBalance(kopecks)}</Td>
    </tr>
  );
}

function Line({ line }: { line: StatementLine }) {
  const { name, about } = describe(line);
  const amount = formatAmount(line.amount);
  return (
    <tr>
      <Td label="Дата" className="whitespace-nowrap">{formatDay(line.day)}</Td>
      <th scope="row">
        {name} № {line.number}
        <span className="block text-sm font-normal text-muted">{about}</span>
      </th>
      <Td numeric label="Начислено, ₽">{line.kind === "charge" ? amount : null}</Td>
      <Td numeric label="Оплачено, ₽">{line.kind === "charge" ? null : amount}</Td>
    </tr>
  );
}

function describe(line: StatementLine): { name: string; about: string } {
  switch (line.kind) {
    case "charge":
      return { name: "Счёт-фактура", about: CHARGED_FOR[line.chargeKind] };
    case "order":
      return { name: "Платёжное поручение", about: line.bank };
    case "cabinet":
      return { name: "Платёж в личном кабинете", about: "ещё не учтён в расчётах" };
    case "refund":
      return { name: "Возврат платежа", about: "деньги возвращены" };
  }
}
