import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { BILL_KIND_NAMES } from "@/lib/bills/constants";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import type { StaffPayment } from "@/lib/payments/types";

type PaymentBillsProps = { payment: Pick<StaffPayment, "bills" | "captured" | "refunded">; zone: string };

/** What the payment was meant to settle, what it settled, and what is left as prepayment. */
export function PaymentBills({ payment: { bills, captured, refunded }, zone }: PaymentBillsProps) {
  const prepayment = bills.reduce((left, { settled }) => left - (settled ?? 0n), captured - refunded);
  return (
    <Card>
      <CardHeader title="Что оплачено" details={prepayment > 0n ? `Предоплата: ${formatMoney(prepayment)}` : undefined} />
      {bills.length === 0 ? (
        <CardBody className="text-muted">Счета не выбраны: вся сумма — предоплата</CardBody>
      ) : (
        <Table label="Что оплачено" stacked>
          <thead>
            <tr>
              <Th>Счёт</Th>
              <Th numeric>Выбрано к оплате</Th>
              <Th numeric>Зачтено</Th>
              <Th>Подтверждено биллингом</Th>
            </tr>
          </thead>
          <tbody>
            {bills.map(({ number, kind, planned, settled, confirmedAt }) => (
              <tr key={number}>
                <Td>
                  {BILL_KIND_NAMES[kind]} № {number}
                </Td>
                <Td numeric label="Выбрано к оплате">{planned === null ? "—" : formatMoney(planned)}</Td>
                <Td numeric label="Зачтено">{settled === null ? "—" : formatMoney(settled)}</Td>
                <Td label="Подтверждено биллингом">{confirmedAt === null ? "нет" : formatMoment(confirmedAt, zone)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
