import type { Route } from "next";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { describeStaffStatus } from "@/lib/payments/rules/describe-staff";
import type { StaffPaymentLine } from "@/lib/payments/types";

type PaymentsTableProps = { payments: readonly StaffPaymentLine[]; zone: string };

export function PaymentsTable({ payments, zone }: PaymentsTableProps) {
  return (
    <Table label="Платежи" stacked hasControls>
      <thead>
        <tr>
          <Th>Платёж</Th>
          <Th>Договор</Th>
          <Th>Состояние</Th>
          <Th numeric>Сумма</Th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <Line key={payment.number} payment={payment} zone={zone} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ payment, zone }: { payment: StaffPaymentLine; zone: string }) {
  const { number, contract, clientName, createdAt, amount, refunded } = payment;
  const { text, tone } = describeStaffStatus(payment);
  return (
    <tr>
      <Td>
        <TextLink href={`/staff/payments/${number}` as Route}>№ {number}</TextLink>
        <span className="block text-sm text-muted">{formatMoment(createdAt, zone)}</span>
      </Td>
      <Td label="Договор">
        <div>
          <TextLink href={`/staff/contracts/${contract}` as Route}>{contract}</TextLink>
          <span className="block text-sm text-muted">{clientName}</span>
        </div>
      </Td>
      <Td label="Состояние">
        <Badge tone={tone}>{text}</Badge>
      </Td>
      <Td numeric label="Сумма">
        <div>
          {formatMoney(amount)}
          {refunded > 0n && <span className="block text-sm text-muted">возвращено {formatMoney(refunded)}</span>}
        </div>
      </Td>
    </tr>
  );
}
