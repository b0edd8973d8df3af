import { Card } from "@/components/ui/card";
import { Table, Td } from "@/components/ui/table";
import { BILL_KIND_NAMES } from "@/lib/bills/constants";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { describeMethod } from "@/lib/payments/rules/describe-card";
import type { PaymentResult } from "@/lib/payments/types";

type PaymentFactsProps = { payment: PaymentResult; zone: string };

/** Sum, day, way and what the payment settled, or was meant to. */
export function PaymentFacts({ payment, zone }: PaymentFactsProps) {
  const { status, number, amount, refunded, purpose, method, methodTitle, createdAt, capturedAt } = payment;
  const done = status === "succeeded";
  const bills = done ? payment.settled : payment.planned;
  const prepayment = amount - refunded - bills.reduce((sum, bill) => sum + bill.amount, 0n);
  const facts = [
    ["Сумма", formatMoney(amount)],
    ["Назначение", purpose],
    ["Способ оплаты", describeMethod(method, methodTitle)],
    [done ? "Оплачен" : "Начат", formatMoment(capturedAt ?? createdAt, zone)],
    ["Номер платежа", String(number)],
  ];
  return (
    <Card>
      <dl className="pay-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {bills.length + (prepayment > 0n ? 1 : 0) > 0 && (
        <Table label={done ? "Зачтено" : "Что оплачивалось"}>
          <thead>
            <tr>
              <th scope="col">{done ? "Зачтено" : "Что оплачивалось"}</th>
              <th scope="col" className="num">
                Сумма
              </th>
            </tr>
          </thead>
          <tbody>
            {bills.map((bill) => (
              <tr key={bill.number}>
                <Td>
                  {BILL_KIND_NAMES[bill.kind]} № {bill.number}
                </Td>
                <Td numeric>{formatMoney(bill.amount)}</Td>
              </tr>
            ))}
            {prepayment > 0n && (
              <tr>
                <Td>Предоплата в счёт следующих счетов</Td>
                <Td numeric>{formatMoney(prepayment)}</Td>
              </tr>
            )}
          </tbody>
        </Table>
      )}
      {done && (
        <p className="card__body text-sm text-muted">Зачтено предварительно. Окончательно деньги разнесёт по документам сбытовая компания</p>
      )}
    </Card>
  );
}
