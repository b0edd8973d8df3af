import type { Metadata, Route } from "next";
import { SubmissionsTable } from "@/components/staff/submissions-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/auth/guards";
import { pageSchema } from "@/lib/bills/schema";
import { STAFF_SUBMISSIONS_PER_PAGE } from "@/lib/contracts/constants";
import { countOf } from "@/lib/format/plurals";
import { env } from "@/lib/platform/env";
import { listSubmissions } from "@/lib/readings/queries/list-submissions";

export const metadata: Metadata = { title: "Переданные показания" };

type SubmissionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SubmissionsPage({ searchParams }: SubmissionsPageProps) {
  const [actor, query] = await Promise.all([requireStaff("submissions.view"), searchParams]);
  const page = pageSchema.parse(query.page);
  const { total, submissions } = await listSubmissions(actor, page, STAFF_SUBMISSIONS_PER_PAGE);
  return (
    <>
      <PageHeader title="Переданные показания" fact={countOf(total, ["передача", "передачи", "передач"])} />
      <Card>
        <SubmissionsTable submissions={submissions} zone={env.supplierTimeZone} withContract />
      </Card>
      <Pagination
        label="Страницы списка передач"
        page={page}
        pages={Math.ceil(total / STAFF_SUBMISSIONS_PER_PAGE)}
        hrefFor={(n) => `/staff/submissions?page=${n}` as Route}
      />
    </>
  );
}
