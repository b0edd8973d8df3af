import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { REFUND_STATUS_NAMES } from "@/lib/payments/constants";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import type { StaffRefund } from "@/lib/payments/types";

const TONES = { succeeded: "good", canceled: "neutral", failed: "bad", requested: "warning", approved: "neutral", submitting: "neutral", unknown: "neutral" } as const;

export function RefundsTable({ refunds, zone }: { refunds: readonly StaffRefund[]; zone: string }) {
  return (
    <Table label="Возвраты" stacked>
      <thead>
        <tr>
          <Th>Возврат</Th>
          <Th>Причина</Th>
          <Th>Кто</Th>
          <Th>Состояние</Th>
          <Th numeric>Сумма</Th>
        </tr>
      </thead>
      <tbody>
        {refunds.map((refund) => (
          <tr key={refund.id}>
            <Td>
              № {refund.number}
              <span className="block text-sm text-muted">{formatMoment(refund.createdAt, zone)}</span>
            </Td>
            <Td label="Причина" className="break-words">{refund.reason}</Td>
            <Td label="Кто">
              <div>
                {refund.requestedBy ?? "Банк"}
                {refund.approvedBy !== null && <span className="block text-sm text-muted">одобрил(а) {refund.approvedBy}</span>}
              </div>
            </Td>
            <Td label="Состояние">
              <div>
                <Badge tone={TONES[refund.status]}>{REFUND_STATUS_NAMES[refund.status]}</Badge>
                {refund.failureReason !== null && (
                  <span className="block text-sm text-muted">{describeDecline(refund.failureReason, `Банк ответил: ${refund.failureReason}`)}</span>
                )}
              </div>
            </Td>
            <Td numeric label="Сумма">{formatMoney(refund.amount)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
