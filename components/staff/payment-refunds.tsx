import { RefundDecision } from "@/components/staff/refund-decision";
import { RefundForm } from "@/components/staff/refund-form";
import { RefundsTable } from "@/components/staff/refunds-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatAmount, formatMoney } from "@/lib/format/money";
import type { StaffPayment } from "@/lib/payments/types";

type PaymentRefundsProps = {
  payment: StaffPayment;
  /** Who looks, and what this person may do. */
  viewer: { userId: string; mayRefund: boolean; mayApprove: boolean };
  /** From this sum on a second person agrees, kopecks. */
  secondPersonFrom: bigint;
  clientKey: string;
  zone: string;
};

/** What was given back, what waits for a second person, and the form of a new refund. */
export function PaymentRefunds({ payment, viewer, secondPersonFrom, clientKey, zone }: PaymentRefundsProps) {
  const { id, contract, number, captured, refundable, refunds } = payment;
  if (captured === 0n) return null;
  const aim = { contract, payment: id, number };
  const waiting = viewer.mayApprove ? refunds.filter(({ status }) => status === "requested") : [];
  const open = viewer.mayRefund && refundable > 0n;
  return (
    <Card>
      <CardHeader title="Возвраты" details={refundable > 0n ? `Можно вернуть ${formatMoney(refundable)}` : "Вся сумма уже возвращена или запрошена к возврату"} />
      {refunds.length > 0 && <RefundsTable refunds={refunds} zone={zone} />}
      {waiting.map((refund) => (
        <CardBody key={refund.id}>
          <RefundDecision
            aim={{ ...aim, refund: refund.id }}
            title={`Возврат № ${refund.number} на ${formatMoney(refund.amount)} ждёт второго сотрудника`}
            own={refund.requestedByUserId === viewer.userId}
          />
        </CardBody>
      ))}
      {open && (
        <CardBody>
          <RefundForm
            key={refunds.length}
            aim={aim}
            clientKey={clientKey}
            all={formatAmount(refundable)}
            hint={`От ${formatMoney(secondPersonFrom)} возврат одобряет второй сотрудник`}
          />
        </CardBody>
      )}
      {refunds.length === 0 && !open && <CardBody className="text-muted">Возвратов не было</CardBody>}
    </Card>
  );
}
