import type { Metadata, Route } from "next";
import { historySections } from "@/app/(cabinet)/history/sections";
import { HistoryTabs } from "@/components/history/history-tabs";
import { PaymentFilters } from "@/components/history/payment-filters";
import { PaymentLines } from "@/components/history/payment-lines";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NoRight } from "@/components/ui/no-right";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { listScopes, resolveContract } from "@/lib/auth/scope";
import { pageSchema } from "@/lib/bills/schema";
import { formatMoney } from "@/lib/format/money";
import { countOf } from "@/lib/format/plurals";
import { HISTORY_LINES_PER_PAGE, HISTORY_MONTHS_OFFERED } from "@/lib/payments/constants";
import { listPaymentHistory } from "@/lib/payments/queries/list-history";
import { readPeriod } from "@/lib/payments/rules/history-period";
import { today } from "@/lib/platform/clock";
import { historyMonths } from "@/lib/readings/rules/history-filter";

export const metadata: Metadata = { title: "История платежей" };

const HERE = "/history/payments";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PaymentHistoryPage({ searchParams }: PageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const scopes = listScopes(actor, "payments.history");
  const scope = typeof query.contract === "string" ? requireContract(actor, query.contract, "payments.history") : scopes[0];
  const tabs = <HistoryTabs items={historySections(actor.memberships)} current={HERE} />;
  if (!scope) {
    return (
      <>
        <PageHeader title="История платежей" />
        {tabs}
        <NoRight what="история платежей" who="Её видят бухгалтер, руководитель и администратор договора" />
      </>
    );
  }
  const period = readPeriod(query, today());
  const page = pageSchema.parse(query.page);
  const { lines, total, paid } = await listPaymentHistory(scope, period, HISTORY_LINES_PER_PAGE, (page - 1) * HISTORY_LINES_PER_PAGE);
  const params = { contract: scope.number, from: period.from.slice(0, 7), to: period.to.slice(0, 7) };
  const mayPay = typeof resolveContract(actor, scope.number, "payments.make") !== "string";
  const year = today().year;
  return (
    <>
      <PageHeader
        title="История платежей"
        fact={total > 0 ? `${countOf(total, ["платёж", "платежа", "платежей"])} · оплачено ${formatMoney(paid)}` : "за выбранные месяцы платежей нет"}
        action={
          <a className={buttonClass("secondary")} href={`/api/downloads/payments-history?${new URLSearchParams(params)}`} download>
            Скачать xlsx
          </a>
        }
      />
      {tabs}
      <PaymentFilters
        contracts={actor.memberships.filter(({ number }) => scopes.some((candidate) => candidate.number === number))}
        contract={scope.number}
        {...period}
        months={historyMonths(today(), HISTORY_MONTHS_OFFERED)}
      />
      <Card>
        {total > 0 ? (
          <PaymentLines contract={scope.number} lines={lines} mayPay={mayPay} />
        ) : (
          <EmptyState
            title="Платежей нет"
            action={<LinkButton href={`${HERE}?${new URLSearchParams({ ...params, from: `${year}-01`, to: `${year}-12` })}` as Route}>Показать за {year} год</LinkButton>}
          >
            По этому договору за выбранные месяцы ничего не оплачивалось
          </EmptyState>
        )}
      </Card>
      <Pagination
        label="Страницы истории платежей"
        page={page}
        pages={Math.ceil(total / HISTORY_LINES_PER_PAGE)}
        hrefFor={(n) => `${HERE}?${new URLSearchParams({ ...params, page: String(n) })}` as Route}
      />
    </>
  );
}
