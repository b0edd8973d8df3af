import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { describeLine, type PaymentLine } from "@/lib/payments/rules/describe-line";
import { payAddress } from "@/lib/payments/rules/pay-address";

type PaymentLinesProps = { contract: string; lines: readonly PaymentLine[]; mayPay: boolean };

/** Payments of one contract, newest first. */
export function PaymentLines({ contract, lines, mayPay }: PaymentLinesProps) {
  return (
    <Table label={`Платежи по договору ${contract}`} stacked className="payment-lines">
      <thead>
        <tr>
          <Th>Банк, номер и дата</Th>
          <Th>Назначение платежа</Th>
          <Th>Статус</Th>
          <Th numeric>Сумма оплаты</Th>
          <Th>
            <span className="sr-only">Действия</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={`${line.cabinet?.id ?? ""}${line.day}${line.number}`} contract={contract} line={line} mayPay={mayPay} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ contract, line, mayPay }: { contract: string; line: PaymentLine; mayPay: boolean }) {
  const { bank, status, tone, receipt, repeatable } = describeLine(line);
  const { number, day, amount, purpose, cabinet } = line;
  return (
    <tr>
      <th scope="row">
        {bank}
        <span className="block text-sm font-normal text-muted">
          № {number} от {formatDay(day)}
        </span>
      </th>
      <Td label="Назначение">{purpose}</Td>
      <Td label="Статус">
        <Badge tone={tone}>{status}</Badge>
      </Td>
      <Td numeric label="Сумма">
        {formatMoney(amount)}
        {cabinet !== null && cabinet.refunded > 0n && <span className="block text-sm text-muted">возвращено {formatMoney(cabinet.refunded)}</span>}
      </Td>
      <Td className="payment-lines__actions">
        {receipt !== null && (
          <a className="text-link" href={`/api/downloads/payment-receipt?id=${receipt}`} download>
            Квитанция<span className="sr-only"> к платежу № {number}</span>
          </a>
        )}
        {mayPay && repeatable && (
          <TextLink href={payAddress({ contract, amount })}>
            Повторить<span className="sr-only"> платёж № {number}</span>
          </TextLink>
        )}
      </Td>
    </tr>
  );
}
