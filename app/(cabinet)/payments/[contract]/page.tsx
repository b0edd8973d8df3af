import type { Metadata, Route } from "next";
import { BalanceCard } from "@/components/payments/balance-card";
import { StatementTable } from "@/components/payments/statement-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { resolveContract } from "@/lib/auth/scope";
import { listDebts } from "@/lib/bills/queries";
import { noDebt } from "@/lib/bills/rules";
import { pageSchema } from "@/lib/bills/schema";
import { STATEMENT_LINES_PER_PAGE, STATEMENT_YEARS } from "@/lib/payments/constants";
import { getStatement } from "@/lib/payments/queries/list-debt";
import { payAddress } from "@/lib/payments/rules/pay-address";
import { readStatementPeriod, statementPeriods } from "@/lib/payments/rules/statement";
import { today } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Задолженность" };

type DebtPageProps = {
  params: Promise<{ contract: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DebtPage({ params, searchParams }: DebtPageProps) {
  const [actor, { contract }, query] = await Promise.all([requireClient(), params, searchParams]);
  const scope = requireContract(actor, contract, "debt.view");
  const period = readStatementPeriod(query.period, today());
  const page = pageSchema.parse(query.page);
  const [debts, statement] = await Promise.all([
    listDebts([scope]),
    getStatement(scope, period, STATEMENT_LINES_PER_PAGE, (page - 1) * STATEMENT_LINES_PER_PAGE),
  ]);
  const debt = debts.get(scope.contractId) ?? noDebt();
  const pages = Math.max(1, Math.ceil(statement.total / STATEMENT_LINES_PER_PAGE));
  const client = actor.memberships.find(({ number }) => number === contract)?.clientName;
  const mayPay = typeof resolveContract(actor, contract, "payments.make") !== "string";
  const action = debt.total > 0n ? payAddress({ contract }) : payAddress({ contract, bills: [] });
  return (
    <>
      <PageHeader
        title="Задолженность"
        fact={`${client}, договор ${contract}`}
        action={mayPay && <LinkButton href={action}>{debt.total > 0n ? "Оплатить" : "Внести предоплату"}</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <BalanceCard {...debt} />
        <form className="flex flex-wrap items-end gap-3 max-sm:*:flex-1">
          <Select name="period" label="Начисления и оплаты за" defaultValue={period.value} options={statementPeriods(today(), STATEMENT_YEARS)} />
          <Button type="submit" variant="secondary">
            Показать
          </Button>
        </form>
        <Card>
          <StatementTable statement={statement} label={`Начисления и оплаты по договору ${contract}`} firstPage={page === 1} lastPage={page >= pages} />
        </Card>
      </div>
      <Pagination
        label="Страницы начислений и оплат"
        page={page}
        pages={pages}
        hrefFor={(n) => `/payments/${contract}?period=${period.value}&page=${n}` as Route}
      />
    </>
  );
}
