import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkedText } from "@/app/dev/mail/[id]/linked-text";
import { MailStatus } from "@/app/dev/mail/mail-status";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatMoment } from "@/lib/format/dates";
import { env } from "@/lib/platform/env";
import { getMail } from "@/lib/platform/mail/queries";

export const metadata: Metadata = { title: "Письмо" };

export default async function LetterPage({ params }: PageProps<"/dev/mail/[id]">) {
  if (!env.demonstration) notFound();
  const letter = await getMail((await params).id);
  if (letter === null) notFound();
  const sent = formatMoment(letter.createdAt, env.supplierTimeZone);
  return (
    <main className="page">
      <PageHeader
        title={letter.subject}
        fact={`Кому: ${letter.recipient} · ${sent}`}
        action={<LinkButton href="/dev/mail">Все письма</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <Card className="overflow-hidden">
          <CardHeader title="Как видит получатель" details={letter.lastError} aside={<MailStatus status={letter.status} />} />
          {/* The sandbox runs no scripts and belongs to no origin: a letter may hold what a person typed. */}
          <iframe
            title={`Письмо «${letter.subject}»`}
            srcDoc={letter.html}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="h-[36rem] w-full bg-white"
          />
        </Card>
        <Card>
          <CardHeader title="Текстом" />
          <CardBody>
            <LinkedText text={letter.text} />
          </CardBody>
        </Card>
      </div>
    </main>
  );
}
