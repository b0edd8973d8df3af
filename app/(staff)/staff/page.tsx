import type { Metadata, Route } from "next";
import { ContractsTable } from "@/components/staff/contracts-table";
import { SearchForm } from "@/components/staff/search-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/auth/guards";
import { pageSchema } from "@/lib/bills/schema";
import { STAFF_CONTRACTS_PER_PAGE } from "@/lib/contracts/constants";
import { listStaffContracts } from "@/lib/contracts/queries";
import { countOf } from "@/lib/format/plurals";

export const metadata: Metadata = { title: "Договоры" };

type StaffPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StaffPage({ searchParams }: StaffPageProps) {
  const [actor, query] = await Promise.all([requireStaff("contracts.view"), searchParams]);
  const search = typeof query.search === "string" ? query.search.trim().slice(0, 100) : "";
  const page = pageSchema.parse(query.page);
  const { total, contracts } = await listStaffContracts(actor, search, page);
  return (
    <>
      <PageHeader title="Договоры" fact={countOf(total, ["договор", "договора", "договоров"])} />
      <SearchForm label="Номер, ИНН, клиент или почта" search={search} />
      <Card>
        {contracts.length > 0 ? (
          <ContractsTable contracts={contracts} />
        ) : (
          <EmptyState title="Ничего не найдено">Проверьте номер или введите часть названия клиента</EmptyState>
        )}
      </Card>
      <Pagination
        label="Страницы списка договоров"
        page={page}
        pages={Math.ceil(total / STAFF_CONTRACTS_PER_PAGE)}
        hrefFor={(n) => `/staff?${new URLSearchParams({ search, page: String(n) })}` as Route}
      />
    </>
  );
}
