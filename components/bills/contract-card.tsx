import type { Route } from "next";
import type { ReactNode } from "react";
import { BillTicks, TickedTotal } from "@/components/bills/bill-ticks";
import { BillsTable } from "@/components/bills/bills-table";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { ADVANCE_KIND_NAMES } from "@/lib/bills/constants";
import type { ContractDebt } from "@/lib/bills/types";
import { formatMoney } from "@/lib/format/money";
import { payAddress } from "@/lib/payments/rules/pay-address";

type ContractCardProps = {
  number: string;
  clientName: string;
  roleName: string;
  /** Null: the role has no right to see money here. */
  debt: ContractDebt | null;
  mayPay: boolean;
  /** One accent action on a screen. */
  variant: ButtonVariant;
  readings: ReactNode;
  now: Date;
  zone: string;
};

export function ContractCard({ number, clientName, roleName, debt, mayPay, variant, readings, now, zone }: ContractCardProps) {
  const details = (
    <p>
      Договор {debt === null ? number : <TextLink href={`/payments/${number}` as Route}>{number}</TextLink>} · {roleName}
      {readings !== null && (
        <span className="block sm:inline">
          <span className="hidden sm:inline"> · </span>
          {readings}
        </span>
      )}
    </p>
  );
  if (debt === null) {
    return (
      <Card>
        <CardHeader title={clientName} details={details} />
        <CardBody className="text-sm text-muted">
          Счета и оплата по этому договору открыты бухгалтеру, руководителю и администратору договора
        </CardBody>
      </Card>
    );
  }
  const free = debt.total - debt.bills.reduce((sum, { payer, due }) => (payer === null ? sum : sum + due), 0n);
  const ticks = mayPay && free > 0n;
  const total = ticks ? <TickedTotal total={free} variant={variant} /> : <Total debt={debt} />;
  const prepay = mayPay && debt.billCount === 0 && <LinkButton href={payAddress({ contract: number, bills: [] })}>Внести предоплату</LinkButton>;
  const content = (
    <>
      <CardHeader title={clientName} details={details} aside={<>{total}{prepay}</>} />
      {(debt.billCount > 0 || aheadCount(debt) > 1) && <BillsTable contract={number} debt={debt} mayPay={ticks} now={now} zone={zone} />}
    </>
  );
  return ticks ? (
    <BillTicks contract={number} label={`Оплата по договору ${number}`}>
      {content}
    </BillTicks>
  ) : (
    <Card>{content}</Card>
  );
}

function aheadCount({ advances, incoming }: ContractDebt): number {
  return advances.length + (incoming > 0n ? 1 : 0);
}

/** What is to pay; where nothing is, the one sum paid ahead. */
function Total({ debt }: { debt: ContractDebt }) {
  const [only] = debt.advances;
  if (debt.billCount > 0) return <Figure label="К оплате" amount={debt.total} />;
  if (aheadCount(debt) !== 1) return <p className="text-muted">Оплачивать нечего</p>;
  return only ? <Figure label={ADVANCE_KIND_NAMES[only.kind]} amount={only.amount} /> : <Figure label="Предоплата, ещё не учтённая" amount={debt.incoming} />;
}

function Figure({ label, amount }: { label: string; amount: bigint }) {
  return (
    <p className="sm:text-right">
      <span className="block text-sm text-muted">{label}</span>
      <span className="text-xl font-semibold whitespace-nowrap">{formatMoney(amount)}</span>
    </p>
  );
}
