import type { Metadata, Route } from "next";
import { PaymentsFilter } from "@/components/staff/payments-filter";
import { PaymentsTable } from "@/components/staff/payments-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/guards";
import { countOf } from "@/lib/format/plurals";
import { countAttention, listStaffPayments } from "@/lib/payments/queries/staff-payments";
import { staffPaymentsAddressSchema } from "@/lib/payments/schema/staff-address";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Платежи" };

type PaymentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StaffPaymentsPage({ searchParams }: PaymentsPageProps) {
  const [actor, query] = await Promise.all([requireStaff("payments.view"), searchParams]);
  const address = staffPaymentsAddressSchema.parse(query);
  const [{ total, pages, payments }, attention] = await Promise.all([listStaffPayments(actor, address), countAttention(actor)]);
  const { search, status, page } = address;
  const kept = { search, ...(status !== undefined && { status }) };
  return (
    <>
      <PageHeader
        title="Платежи"
        fact={countOf(total, ["платёж", "платежа", "платежей"])}
        action={
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {attention > 0 && <TextLink href="/staff/payments?status=attention">Требуют внимания: {attention}</TextLink>}
            <TextLink href="/staff/payments/reconciliation">Сверка с банком</TextLink>
          </div>
        }
      />
      <PaymentsFilter search={search} status={status} />
      <Card>
        {payments.length > 0 ? (
          <PaymentsTable payments={payments} zone={env.supplierTimeZone} />
        ) : (
          <EmptyState title="Ничего не найдено">Здесь стоят платежи личного кабинета. Проверьте номер или выберите другое состояние</EmptyState>
        )}
      </Card>
      <Pagination
        label="Страницы списка платежей"
        page={page}
        pages={pages}
        hrefFor={(n) => `/staff/payments?${new URLSearchParams({ ...kept, page: String(n) })}` as Route}
      />
    </>
  );
}
