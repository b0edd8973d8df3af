import { BILL_KIND_NAMES } from "@/lib/bills/constants";
import { formatMoney } from "@/lib/format/money";
import { countOf } from "@/lib/format/plurals";
import { planAllocation } from "@/lib/payments/rules/plan-allocation";
import type { PayableLine } from "@/lib/payments/types";

const SHOWN = 8;

type PayPreviewProps = {
  bills: readonly PayableLine[];
  /** Kopecks; null while the sum cannot be read. */
  amount: bigint | null;
};

/** «Зачтётся: …» as the sum is typed: the same plan the server makes. */
export function PayPreview({ bills, amount }: PayPreviewProps) {
  if (amount === null) return <p className="text-sm text-muted">Введите сумму, и здесь появится, что она оплатит</p>;
  const { allocations, prepayment } = planAllocation(bills, amount);
  const byId = new Map(bills.map((bill) => [bill.id, bill]));
  const shown = allocations.length > SHOWN + 1 ? allocations.slice(0, SHOWN) : allocations;
  const folded = allocations.slice(shown.length);
  const rest = bills.reduce((sum, { due }) => sum + due, 0n) - (amount - prepayment);
  return (
    <>
      <p className="field__label">Зачтётся:</p>
      <ul className="pay-preview">
        {shown.map(({ billId, number, amount: part }) => {
          const bill = byId.get(billId);
          return (
            <li key={billId}>
              <span>
                {bill && BILL_KIND_NAMES[bill.kind]} № {number}
                {bill && part < bill.due && <small>частично, останется {formatMoney(bill.due - part)}</small>}
              </span>
              <span className="num">{formatMoney(part)}</span>
            </li>
          );
        })}
        {folded.length > 0 && (
          <li>
            <span>И ещё {countOf(folded.length, ["документ", "документа", "документов"])}</span>
            <span className="num">{formatMoney(folded.reduce((sum, part) => sum + part.amount, 0n))}</span>
          </li>
        )}
        {prepayment > 0n && (
          <li>
            <span>
              Предоплата<small>в счёт следующих счетов</small>
            </span>
            <span className="num">{formatMoney(prepayment)}</span>
          </li>
        )}
      </ul>
      {rest > 0n && allocations.length < bills.length && (
        <p className="text-sm text-muted">Из выбранного останется оплатить {formatMoney(rest)}</p>
      )}
    </>
  );
}
