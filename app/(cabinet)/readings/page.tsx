import type { Metadata, Route } from "next";
import { monthNames, toFormFacilities } from "@/components/readings/form-facilities";
import { NoFacilities } from "@/components/readings/no-facilities";
import { ReadingsFilter } from "@/components/readings/readings-filter";
import { ReadingsForm } from "@/components/readings/readings-form";
import { Card } from "@/components/ui/card";
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
import { getFormPage } from "@/lib/readings/queries/get-form-page";
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
    return (
      <>
        <PageHeader title="Показания" />
        <NoRight what="передача показаний" who="Показания передают энергетик, руководитель и администратор договора. Роль даёт администратор договора" />
      </>
    );
  }
  const scope = requireContract(actor, contract, "readings.submit");
  const found = await getFormPage(scope, { search: facility, state, page: askedPage });
  if (!found) {
    return (
      <>
        <PageHeader title="Показания" />
        <Card>
          <EmptyState title="Расчётного периода ещё нет">Приём показаний откроется, когда сбытовая компания назначит его даты</EmptyState>
        </Card>
      </>
    );
  }
  const { period, page, pages } = found;
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
      {found.matching === 0 && <NoFacilities contract={contract} total={found.total} allSent={state === "unsent" && facility === ""} />}
      {/* Stays when the last facility leaves the list of those that wait, so that its receipt does. */}
      <ReadingsForm
        key={`${contract} ${period.id}`}
        contract={contract}
        periodId={period.id}
        draftKey={`readings.${actor.userId}.${contract}.${period.id}`}
        data={JSON.stringify(toFormFacilities(found.facilities, env.supplierTimeZone))}
        open={window.state === "open"}
        months={monthNames(found)}
      />
      <div className="mt-5">
        <Pagination label="Страницы показаний" page={page} pages={pages} hrefFor={hrefFor} />
      </div>
    </>
  );
}
