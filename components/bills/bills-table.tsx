import { allBillsId } from "@/components/bills/all-bills-id";
import { BillRow, BillTick } from "@/components/bills/bill-row";
import { AllBills } from "@/components/bills/bill-ticks";
import { Table, Td, Th } from "@/components/ui/table";
import { ADVANCE_KIND_NAMES } from "@/lib/bills/constants";
import type { ContractDebt } from "@/lib/bills/types";
import { formatMoney } from "@/lib/format/money";
import { countOf } from "@/lib/format/plurals";

type BillsTableProps = { contract: string; debt: ContractDebt; mayPay: boolean; now: Date; zone: string };

/** «Счета на оплату» and, under them, what was paid ahead: shown, never subtracted. */
export function BillsTable({ contract, debt, mayPay, now, zone }: BillsTableProps) {
  const { bills, billCount, total, advances, incoming } = debt;
  const listed = billCount > 0;
  const ticks = listed && mayPay;
  const hidden = billCount - bills.length;
  const hiddenDue = total - bills.reduce((sum, { due }) => sum + due, 0n);
  return (
    <Table label={`${listed ? "Счета на оплату" : "Авансы и переплата"} по договору ${contract}`} stacked className={ticks ? "bills bills--ticks" : "bills"}>
      <thead>
        <tr>
          {ticks && (
            <Th>
              <AllBills contract={contract} />
            </Th>
          )}
          <Th>{ticks ? <label htmlFor={allBillsId(contract)}>Все документы</label> : listed ? "Счета на оплату" : "Авансы и переплата"}</Th>
          <Th>{listed ? "Оплатить до" : ""}</Th>
          <Th numeric>{listed ? "К оплате" : "Сумма"}</Th>
          {ticks && (
            <Th>
              <span className="sr-only">Оплата документа</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {bills.map((bill) => (
          <BillRow key={bill.number} contract={contract} bill={bill} mayPay={mayPay} now={now} zone={zone} />
        ))}
        {hidden > 0 && (
          <tr>
            {ticks && (
              <Td>
                <BillTick value="rest" due={hiddenDue} label="Остальные документы" />
              </Td>
            )}
            <th scope="row" colSpan={2}>
              И ещё {countOf(hidden, ["документ", "документа", "документов"])}
            </th>
            <Td numeric label="К оплате">
              {formatMoney(hiddenDue)}
            </Td>
            {ticks && <Td />}
          </tr>
        )}
        {advances.map(({ kind, amount }) => (
          <AheadRow key={kind} name={ADVANCE_KIND_NAMES[kind]} amount={amount} ticks={ticks} />
        ))}
        {incoming > 0n && <AheadRow name="Предоплата, ещё не учтённая в расчётах" amount={incoming} ticks={ticks} />}
      </tbody>
    </Table>
  );
}

function AheadRow({ name, amount, ticks }: { name: string; amount: bigint; ticks: boolean }) {
  return (
    <tr className="total">
      {ticks && <Td />}
      <th scope="row" colSpan={2}>
        {name}
      </th>
      <Td numeric label="Сумма">
        {formatMoney(amount)}
      </Td>
      {ticks && <Td />}
    </tr>
  );
}
