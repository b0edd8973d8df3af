import type { ReactNode } from "react";
import { BillsTable } from "@/components/bills/bills-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ContractDebt } from "@/lib/bills/types";
import { formatMoney } from "@/lib/format/money";

type ContractCardProps = {
  number: string;
  clientName: string;
  roleName: string;
  /** Null: the role has no right to see money here. */
  debt: ContractDebt | null;
  readings: ReactNode;
};

export function ContractCard({ number, clientName, roleName, debt, readings }: ContractCardProps) {
  const details = (
    <p>
      Договор {number} · {roleName}
      {readings !== null && (
        <span className="block sm:inline">
          <span className="hidden sm:inline"> · </span>
          {readings}
        </span>
      )}
    </p>
  );
  return (
    <Card>
      <CardHeader title={clientName} details={details} aside={debt !== null && <Total debt={debt} />} />
      {debt === null ? (
        <CardBody className="text-sm text-muted">
          Счета и оплата по этому договору открыты бухгалтеру, руководителю и администратору договора
        </CardBody>
      ) : debt.billCount + debt.advances.length > 0 ? (
        <BillsTable contract={number} debt={debt} />
      ) : null}
    </Card>
  );
}

function Total({ debt }: { debt: ContractDebt }) {
  if (debt.billCount === 0) return <p className="text-muted">Оплачивать нечего</p>;
  return (
    <p className="sm:text-right">
      <span className="block text-sm text-muted">К оплате</span>
      <span className="text-xl font-semibold whitespace-nowrap">{formatMoney(debt.total)}</span>
    </p>
  );
}
