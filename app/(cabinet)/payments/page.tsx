import type { Metadata } from "next";
import { ContractCard } from "@/components/bills/contract-card";
import { SubmissionBadge } from "@/components/bills/submission-badge";
import { ChartSection } from "@/components/payments/chart-section";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import type { Membership } from "@/lib/auth/actor";
import { requireClient } from "@/lib/auth/guards";
import { ROLE_NAMES, roleMay } from "@/lib/auth/permissions";
import { listScopes } from "@/lib/auth/scope";
import { CONTRACTS_PER_PAGE } from "@/lib/bills/constants";
import { listDebts } from "@/lib/bills/queries";
import { noDebt, totalDebt } from "@/lib/bills/rules";
import { pageSchema } from "@/lib/bills/schema";
import type { ContractDebt } from "@/lib/bills/types";
import { formatMoney } from "@/lib/format/money";
import { countOf } from "@/lib/format/plurals";
import { listChart } from "@/lib/payments/queries/list-chart";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { listSubmissionStates } from "@/lib/readings/queries/list-submission-states";
import type { Route } from "next";

export const metadata: Metadata = { title: "Оплата" };

type PaymentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const withBills = listScopes(actor, "bills.view");
  const drawable = listScopes(actor, "chart.view");
  const drawn = drawable.find(({ number }) => number === query.chart) ?? drawable[0];
  const [debts, states, months] = await Promise.all([
    listDebts(withBills),
    listSubmissionStates(listScopes(actor, "readings.submit")),
    drawn === undefined ? [] : listChart(drawn),
  ]);
  const pages = Math.max(1, Math.ceil(actor.memberships.length / CONTRACTS_PER_PAGE));
  const page = Math.min(pageSchema.parse(query.page), pages);
  const shown = actor.memberships.slice((page - 1) * CONTRACTS_PER_PAGE, page * CONTRACTS_PER_PAGE);
  const due = totalDebt(debts.values());
  const toPay = due > 0n ? `к оплате сейчас ${formatMoney(due)}` : "оплачивать нечего";
  // «Nothing to pay» is said only to whom the bills are open.
  const facts = [countOf(actor.memberships.length, ["договор", "договора", "договоров"]), ...(withBills.length > 0 ? [toPay] : [])];
  return (
    <>
      <PageHeader title="Оплата" fact={actor.memberships.length > 0 ? facts.join(" · ") : undefined} />
      <div className="flex flex-col gap-4">
        {actor.memberships.length === 0 && (
          <Card>
            <EmptyState title="Договоров пока нет">
              Здесь появятся счета, когда к вашей учётной записи привяжут договор. Это делает администратор договора в вашей организации
            </EmptyState>
          </Card>
        )}
        {shown.map(({ contractId, number, clientName, role }) => {
          const state = states.get(contractId);
          return (
            <ContractCard
              key={number}
              number={number}
              clientName={clientName}
              roleName={ROLE_NAMES[role]}
              debt={roleMay(role, "bills.view") ? (debts.get(contractId) ?? noDebt()) : null}
              mayPay={roleMay(role, "payments.make")}
              variant={number === firstUnpaid(shown, debts) ? "primary" : "secondary"}
              now={now()}
              zone={env.supplierTimeZone}
              readings={state === undefined ? null : <SubmissionBadge contract={number} state={state} />}
            />
          );
        })}
      </div>
      <Pagination label="Страницы списка договоров" page={page} pages={pages} hrefFor={(n) => `/payments?page=${n}` as Route} />
      {drawn !== undefined && (
        <ChartSection
          contracts={actor.memberships.filter(({ number }) => drawable.some((candidate) => candidate.number === number))}
          contract={drawn.number}
          page={page}
          months={months}
        />
      )}
    </>
  );
}

/** The contract whose «Оплатить» is the accent action of the page. */
function firstUnpaid(shown: readonly Membership[], debts: ReadonlyMap<string, ContractDebt>): string | undefined {
  return shown.find(({ contractId }) => (debts.get(contractId)?.total ?? 0n) > 0n)?.number;
}
