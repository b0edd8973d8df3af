import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { MailStatus } from "@/app/dev/mail/mail-status";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/format/dates";
import { env } from "@/lib/platform/env";
import { listMail } from "@/lib/platform/mail/queries";

export const metadata: Metadata = { title: "Почтовый ящик" };

/** Letters hold links that sign people in, so the page exists in demonstrations only. */
export default async function MailboxPage({ searchParams }: PageProps<"/dev/mail">) {
  if (!env.demonstration) notFound();
  const { to } = await searchParams;
  const letters = await listMail(typeof to === "string" ? to : undefined);
  return (
    <main className="page">
      <PageHeader
        title="Почтовый ящик"
        fact="Письма, которые кабинет отправляет клиентам. В демонстрации они остаются здесь"
        action={<LinkButton href="/login">Ко входу</LinkButton>}
      />
      <Card>
        {letters.length === 0 ? (
          <EmptyState title="Писем пока нет">Здесь появятся приглашения, ссылки для входа и уведомления.</EmptyState>
        ) : (
          <ul>
            {letters.map((letter) => (
              <li key={letter.id} className="card__body flex flex-wrap items-center justify-between gap-x-6 gap-y-1 not-first:border-t">
                <div className="min-w-0">
                  <TextLink href={`/dev/mail/${letter.id}` as Route}>{letter.subject}</TextLink>
                  <p className="text-sm text-muted">
                    {letter.recipient} · {formatMoment(letter.createdAt, env.supplierTimeZone)}
                  </p>
                </div>
                <MailStatus status={letter.status} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </main>
  );
}
