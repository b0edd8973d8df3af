import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { ADVANCE_KIND_NAMES, BILL_KIND_NAMES } from "@/lib/bills/constants";
import type { ContractDebt } from "@/lib/bills/types";
import { formatDay } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";

type BillsTableProps = { contract: string; debt: ContractDebt };

/** «Счета на оплату» and, under them, what was paid ahead: shown, never subtracted. */
export function BillsTable({ contract, debt }: BillsTableProps) {
  const hidden = debt.billCount - debt.bills.length;
  return (
    <Table label={`Счета на оплату по договору ${contract}`} stacked>
      <thead>
        <tr>
          <Th>{debt.billCount > 0 ? "Счета на оплату" : "Авансы и переплата"}</Th>
          <Th>{debt.billCount > 0 ? "Оплатить до" : ""}</Th>
          <Th numeric>{debt.billCount > 0 ? "К оплате" : "Сумма"}</Th>
        </tr>
      </thead>
      <tbody>
        {debt.bills.map((bill) => (
          <tr key={bill.number}>
            <Td>
              {BILL_KIND_NAMES[bill.kind]} № {bill.number}
            </Td>
            <Td label="Оплатить до">{bill.overdue ? <Badge tone="bad">{formatDay(bill.dueOn)}, просрочен</Badge> : formatDay(bill.dueOn)}</Td>
            <Td numeric label="К оплате">{formatMoney(bill.due)}</Td>
          </tr>
        ))}
        {hidden > 0 && (
          <tr>
            <Td colSpan={3}>И ещё документов: {hidden}. Они вошли в сумму договора</Td>
          </tr>
        )}
        {debt.advances.map(({ kind, amount }) => (
          <tr key={kind} className="total">
            <Td colSpan={2}>{ADVANCE_KIND_NAMES[kind]}</Td>
            <Td numeric label="Сумма">{formatMoney(amount)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
