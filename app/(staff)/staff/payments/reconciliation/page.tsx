import { parseDate } from "@internationalized/date";
import type { Metadata, Route } from "next";
import { DifferencesTable } from "@/components/staff/differences-table";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/guards";
import { formatDayInWords, formatMoment } from "@/lib/format/dates";
import { countOf } from "@/lib/format/plurals";
import { getReconciliation } from "@/lib/payments/queries/get-reconciliation";
import { daySchema } from "@/lib/payments/schema/staff-address";
import { today } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Сверка с банком" };

const HERE = "/staff/payments/reconciliation";

type ReconciliationPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReconciliationPage({ searchParams }: ReconciliationPageProps) {
  const [, query] = await Promise.all([requireStaff("payments.view"), searchParams]);
  const yesterday = today().subtract({ days: 1 });
  const day = daySchema.parse(query.day) ?? yesterday.toString();
  const date = parseDate(day);
  const found = await getReconciliation(day);
  const next = date.add({ days: 1 });
  return (
    <>
      <PageHeader
        title={`Сверка с банком за ${formatDayInWords(date)}`}
        fact={found === null ? "за этот день не проводилась" : `проведена ${formatMoment(new Date(found.at), env.supplierTimeZone)}`}
        action={<TextLink href="/staff/payments">Все платежи</TextLink>}
      />
      <form className="mb-4 flex flex-wrap items-end gap-3">
        <TextInput name="day" type="date" label="День" defaultValue={day} max={yesterday.toString()} />
        <Button type="submit" variant="secondary">
          Показать
        </Button>
        <TextLink href={`${HERE}?day=${date.subtract({ days: 1 }).toString()}` as Route} className="py-2">
          Предыдущий день
        </TextLink>
        {next.compare(yesterday) <= 0 && (
          <TextLink href={`${HERE}?day=${next.toString()}` as Route} className="py-2">
            Следующий день
          </TextLink>
        )}
      </form>
      <Card>
        {found === null ? (
          <EmptyState title="Сверки нет">День сверяется на следующее утро, когда банк отдаёт весь его список. Если банк не ответил, сверки за день не будет</EmptyState>
        ) : (
          <>
            <CardHeader
              title={found.differences.length === 0 ? "Расхождений нет" : `Осталось ${countOf(found.differences.length, ["расхождение", "расхождения", "расхождений"])}`}
              details={`Сверено операций банка: ${found.checked}. Исправлено при сверке: ${found.repaired}`}
            />
            {found.differences.length > 0 && <DifferencesTable differences={found.differences} />}
          </>
        )}
      </Card>
    </>
  );
}
