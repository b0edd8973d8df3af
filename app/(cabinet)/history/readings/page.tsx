import type { Metadata } from "next";
import type { Route } from "next";
import { historySections } from "@/app/(cabinet)/history/sections";
import { FacilityHistory } from "@/components/history/facility-history";
import { HistoryFilters } from "@/components/history/history-filters";
import { HistoryTabs } from "@/components/history/history-tabs";
import { MeterHistory } from "@/components/history/meter-history";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NoRight } from "@/components/ui/no-right";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { listScopes } from "@/lib/auth/scope";
import { pageSchema } from "@/lib/bills/schema";
import { countOf } from "@/lib/format/plurals";
import { today } from "@/lib/platform/clock";
import { HISTORY_METERS_PER_PAGE, HISTORY_MONTHS_OFFERED } from "@/lib/readings/constants";
import { listHistoryMeters, listMeterHistory } from "@/lib/readings/queries/list-history";
import { historyMonths, readHistoryFilter } from "@/lib/readings/rules/history-filter";
import type { HistoryMeter } from "@/lib/readings/types";

export const metadata: Metadata = { title: "История показаний" };

type HistoryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReadingsHistoryPage({ searchParams }: HistoryPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const scopes = listScopes(actor, "readings.history");
  const scope = typeof query.contract === "string" ? requireContract(actor, query.contract, "readings.history") : scopes[0];
  if (!scope) {
    return (
      <>
        <PageHeader title="История показаний" />
        <HistoryTabs items={historySections(actor.memberships)} current="/history/readings" />
        <NoRight what="история показаний" who="Её видят энергетик, руководитель и администратор договора" />
      </>
    );
  }
  const filter = readHistoryFilter(query, today());
  const page = pageSchema.parse(query.page);
  const { total, meters } = await listHistoryMeters(scope, filter.search, page);
  const opened = typeof query.meter === "string" ? query.meter : (meters[0]?.id ?? null);
  const shown = meters.find((meter) => meter.id === opened);
  const rows = shown === undefined ? [] : await listMeterHistory(scope, shown.id, filter);

  const params = { contract: scope.number, search: filter.search, from: filter.from.slice(0, 7), to: filter.to.slice(0, 7) };
  const hrefFor = (extra: Record<string, string>) => `/history/readings?${new URLSearchParams({ ...params, ...extra })}` as Route;
  const contracts = actor.memberships.filter(({ number }) => scopes.some((candidate) => candidate.number === number));
  const byFacility = Map.groupBy(meters, (meter: HistoryMeter) => meter.facility.code);
  return (
    <>
      <PageHeader
        title="История показаний"
        fact={countOf(total, ["прибор учёта", "прибора учёта", "приборов учёта"])}
        action={
          <a className={buttonClass("secondary")} href={`/api/downloads/readings-history?${new URLSearchParams(params)}`} download>
            Скачать xlsx
          </a>
        }
      />
      <HistoryTabs items={historySections(actor.memberships)} current="/history/readings" />
      <HistoryFilters contracts={contracts} contract={scope.number} filter={filter} months={historyMonths(today(), HISTORY_MONTHS_OFFERED)} />
      <div className="flex flex-col gap-4">
        {total === 0 && (
          <Card>
            <EmptyState title="Ничего не найдено">
              {filter.search === "" ? "По этому договору нет приборов учёта" : "Измените адрес, код объекта или номер прибора"}
            </EmptyState>
          </Card>
        )}
        {[...byFacility].map(([code, group]) => (
          <FacilityHistory
            key={code}
            meters={group}
            opened={opened}
            hrefFor={(meterId) => hrefFor({ page: String(page), meter: meterId ?? "" })}
          >
            {shown && <MeterHistory serialNumber={shown.serialNumber} rows={rows} />}
          </FacilityHistory>
        ))}
      </div>
      <Pagination
        label="Страницы списка приборов"
        page={page}
        pages={Math.ceil(total / HISTORY_METERS_PER_PAGE)}
        hrefFor={(n) => hrefFor({ page: String(n) })}
      />
    </>
  );
}
