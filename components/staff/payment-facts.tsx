import type { Route } from "next";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { PAYMENT_STATUS_NAMES } from "@/lib/payments/constants";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import { describeMethod } from "@/lib/payments/rules/describe-card";
import type { StaffPayment } from "@/lib/payments/types";

type PaymentFactsProps = { payment: StaffPayment; zone: string };

export function StaffPaymentFacts({ payment, zone }: PaymentFactsProps) {
  const { contract, clientName, failureReason, capturedAt, captured, refunded } = payment;
  const facts: [string, ReactNode][] = [
    ["Состояние", PAYMENT_STATUS_NAMES[payment.status]],
    ...(failureReason === null ? [] : [["Почему не прошёл", describeDecline(failureReason, failureReason)] satisfies [string, string]]),
    ["Договор", <TextLink key="contract" href={`/staff/contracts/${contract}` as Route}>{`${contract} · ${clientName}`}</TextLink>],
    ["Кто платил", payment.payer ?? "Учётная запись удалена"],
    ["Сумма платежа", formatMoney(payment.amount)],
    ["Списано", formatMoney(captured)],
    ["Возвращено", formatMoney(refunded)],
    ["Способ оплаты", describeMethod(payment.method, payment.methodTitle)],
    ["Назначение", payment.purpose],
    ["Адрес для чека", payment.receiptEmail],
    ["Начат", formatMoment(payment.createdAt, zone)],
    ["Деньги списаны", capturedAt === null ? "—" : formatMoment(capturedAt, zone)],
    ["Номер в банке", payment.bankId ?? "—"],
  ];
  return (
    <Card>
      <CardHeader title="Платёж" />
      <dl className="pay-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
