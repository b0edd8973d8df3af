import { Card } from "@/components/ui/card";
import { ADVANCE_KIND_NAMES } from "@/lib/bills/constants";
import type { ContractDebt } from "@/lib/bills/types";
import { formatMoney } from "@/lib/format/money";

/** What is to pay on the bills and what was paid ahead; zero rows hidden. */
export function BalanceCard({ total, billCount, advances, incoming }: ContractDebt) {
  const ahead = [
    ...advances.map(({ kind, amount }) => ({ name: ADVANCE_KIND_NAMES[kind], amount })),
    ...(incoming > 0n ? [{ name: "Предоплата, ещё не учтённая в расчётах", amount: incoming }] : []),
  ];
  return (
    <Card>
      <dl className="pay-facts">
        <div>
          <dt>{billCount > 0 ? "К оплате по счетам" : "Счетов к оплате нет"}</dt>
          <dd className={billCount > 0 ? "text-xl font-semibold" : undefined}>{formatMoney(total)}</dd>
        </div>
        {ahead.map(({ name, amount }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatMoney(amount)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
