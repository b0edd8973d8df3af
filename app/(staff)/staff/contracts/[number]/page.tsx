import type { Metadata, Route } from "next";
import { ContractDetails } from "@/components/staff/contract-details";
import { MetersTable } from "@/components/staff/meters-table";
import { SubmissionsTable } from "@/components/staff/submissions-table";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff, requireStaffContract } from "@/lib/auth/guards";
import { pageSchema } from "@/lib/bills/schema";
import { STAFF_METERS_PER_PAGE, STAFF_SUBMISSIONS_PER_PAGE } from "@/lib/contracts/constants";
import { getContractCard, listMeters } from "@/lib/contracts/queries";
import { countOf } from "@/lib/format/plurals";
import { env } from "@/lib/platform/env";
import { listSubmissions } from "@/lib/readings/queries/list-submissions";

export const metadata: Metadata = { title: "Договор" };

type ContractPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StaffContractPage({ params, searchParams }: ContractPageProps) {
  const [actor, { number }, query] = await Promise.all([requireStaff("contracts.view"), params, searchParams]);
  const scope = await requireStaffContract(actor, number, "contracts.view");
  const page = pageSchema.parse(query.page);
  const [contract, { total, meters }, { submissions }] = await Promise.all([
    getContractCard(scope),
    listMeters(scope, page),
    listSubmissions(scope, 1, STAFF_SUBMISSIONS_PER_PAGE),
  ]);
  return (
    <>
      <PageHeader title={contract.clientName} fact={`Договор ${contract.number}`} />
      <div className="flex flex-col gap-4">
        <ContractDetails contract={contract} />
        <Card>
          <CardHeader title="Приборы учёта" details={countOf(total, ["прибор", "прибора", "приборов"])} />
          <MetersTable meters={meters} />
        </Card>
        <Pagination
          label="Страницы списка приборов"
          page={page}
          pages={Math.ceil(total / STAFF_METERS_PER_PAGE)}
          hrefFor={(n) => `/staff/contracts/${number}?page=${n}` as Route}
        />
        <Card>
          <CardHeader title="Последние передачи показаний" />
          <SubmissionsTable submissions={submissions} zone={env.supplierTimeZone} />
        </Card>
      </div>
    </>
  );
}
