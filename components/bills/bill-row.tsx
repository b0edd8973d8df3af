import type { Route } from "next";
import { Badge } from "@/components/ui/badge";
import { Td } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { BILL_KIND_NAMES } from "@/lib/bills/constants";
import type { UnpaidBill } from "@/lib/bills/types";
import { formatDay } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { describePayer } from "@/lib/payments/rules/describe-payer";
import { payAddress } from "@/lib/payments/rules/pay-address";

type BillRowProps = { contract: string; bill: UnpaidBill; mayPay: boolean; now: Date; zone: string };

export function BillRow({ contract, bill, mayPay, now, zone }: BillRowProps) {
  const { number, kind, dueOn, overdue, due, payer } = bill;
  const name = `${BILL_KIND_NAMES[kind]} № ${number}`;
  return (
    <tr>
      {mayPay && <Td>{payer === null && <BillTick value={number} due={due} label={name} />}</Td>}
      <th scope="row">
        {name}
        {payer !== null && (
          <span className="block text-sm text-muted">
            {describePayer(payer, now, zone)}
            {payer.paymentId !== null && (
              <>
                . <TextLink href={`/payments/result/${payer.paymentId}` as Route}>Продолжить</TextLink>
              </>
            )}
          </span>
        )}
      </th>
      <Td label="Оплатить до">{overdue ? <Badge tone="bad">{formatDay(dueOn)}, просрочен</Badge> : formatDay(dueOn)}</Td>
      <Td numeric label="К оплате">
        {formatMoney(due)}
      </Td>
      {mayPay && (
        <Td numeric>
          {payer === null && (
            <TextLink href={payAddress({ contract, bill: number })} className="bill-pay">
              Оплатить<span className="sr-only"> {name}</span>
            </TextLink>
          )}
        </Td>
      )}
    </tr>
  );
}

type BillTickProps = { value: string; due: bigint; label: string };

export function BillTick({ value, due, label }: BillTickProps) {
  return (
    <label className="checkbox">
      <input type="checkbox" name="bills" value={value} data-due={String(due)} defaultChecked />
      <span className="sr-only">{label}</span>
    </label>
  );
}
