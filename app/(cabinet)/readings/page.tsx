import type { Metadata, Route } from "next";
import { fitting, monthNames, toFormFacilities } from "@/components/readings/form-facilities";
import { NoFacilities } from "@/components/readings/no-facilities";
import { ReadingsFilter } from "@/components/readings/readings-filter";
import { ReadingsForm } from "@/components/readings/readings-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NoRight } from "@/components/ui/no-right";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { roleMay } from "@/lib/auth/permissions";
import { formatMonth } from "@/lib/format/dates";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { FACILITIES_PER_PAGE, METER_PAGE_STEP, REGISTERS_PER_PAGE } from "@/lib/readings/constants";
import { getCurrentPeriod } from "@/lib/readings/queries/get-period";
import { listFacilities } from "@/lib/readings/queries/list-facilities";
import { listFormMeters } from "@/lib/readings/queries/list-form-meters";
import { describeWindow } from "@/lib/readings/rules/describe-window";
import { windowState } from "@/lib/readings/rules/window-state";
import { readingsAddressSchema } from "@/lib/readings/schema";

export const metadata: Metadata = { title: "Показания" };

type ReadingsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReadingsPage({ searchParams }: ReadingsPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const { contract: asked, state, facility, page: askedPage } = readingsAddressSchema.parse(query);
  const contracts = actor.memberships.filter(({ role }) => roleMay(role, "readings.submit"));
  const contract = asked ?? contracts[0]?.number;
  if (contract === undefined) {
    return <NoRight what="показания" who="Право передавать показания даёт администратор договора: он назначает роль «Энергетик» или «Руководитель»" />;
  }
  const scope = requireContract(actor, contract, "readings.submit");
  const period = await getCurrentPeriod(scope);
  if (!period) return <EmptyState title="Расчётного периода ещё нет">Приём показаний откроется, когда сбытовая компания назначит его даты</EmptyState>;

  const found = await listFacilities(scope, period, { search: facility, state, page: askedPage });
  const [only] = found.matching === 1 ? found.facilities : [];
  const large = only !== undefined && only.registers > REGISTERS_PER_PAGE;
  const pages = Math.ceil(large ? only.registers / METER_PAGE_STEP : found.matching / FACILITIES_PER_PAGE);
  const page = large ? Math.min(askedPage, pages) : found.page;
  const shown = large ? [only] : fitting(found.facilities);
  const meters = await listFormMeters(scope, period, shown.map(({ id }) => id), large ? page : null);
  const facilities = toFormFacilities(found.facilities, meters, shown, env.supplierTimeZone);
  const window = windowState(period, now(), env.supplierTimeZone);
  const hrefFor = (n: number) => `/readings?${new URLSearchParams({ contract, state, facility, page: String(n) }).toString()}` as Route;

  return (
    <>
      <PageHeader
        title={`Показания за ${formatMonth(period.month)}`}
        fact={describeWindow(window)}
        action={window.state === "open" && <LinkButton href={`/readings/upload?contract=${contract}` as Route}>Загрузить файлом</LinkButton>}
      />
      <ReadingsFilter
        contract={contract}
        contracts={contracts.map(({ number, clientName }) => ({ number, clientName }))}
        state={state}
        facility={facility}
        choices={found.choices}
        total={found.total}
      />
      {found.matching === 0 ? (
        <NoFacilities contract={contract} total={found.total} />
      ) : (
        <ReadingsForm
          key={`${contract} ${period.id}`}
          contract={contract}
          periodId={period.id}
          draftKey={`readings.${actor.userId}.${contract}.${period.id}`}
          facilities={facilities}
          open={window.state === "open"}
          months={monthNames(facilities, period)}
        />
      )}
      <Pagination label={large ? "Страницы приборов" : "Страницы энергообъектов"} page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
