import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { UploadConfirm } from "@/components/readings/upload-confirm";
import { UploadCounts } from "@/components/readings/upload-counts";
import { UploadSection } from "@/components/readings/upload-section";
import { UploadSendTable } from "@/components/readings/upload-send-table";
import { UploadState } from "@/components/readings/upload-state";
import { UploadWrongTable } from "@/components/readings/upload-wrong-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireClient } from "@/lib/auth/guards";
import { listScopes } from "@/lib/auth/scope";
import { formatDayInWords, formatMonth } from "@/lib/format/dates";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { UPLOAD_ROWS_PER_PAGE } from "@/lib/readings/constants";
import { getUpload } from "@/lib/readings/queries/get-upload";
import { listUploadSendRows, listUploadWrongRows } from "@/lib/readings/queries/get-upload-rows";
import { windowState } from "@/lib/readings/rules/window-state";
import { uploadAddressSchema, uploadSchema } from "@/lib/readings/schema";

export const metadata: Metadata = { title: "Проверка файла" };

type UploadPreviewPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const lastPage = (rows: number) => Math.max(1, Math.ceil(rows / UPLOAD_ROWS_PER_PAGE));

export default async function UploadPreviewPage({ params, searchParams }: UploadPreviewPageProps) {
  const [actor, given, query] = await Promise.all([requireClient(), params, searchParams]);
  const asked = uploadSchema.safeParse(given);
  const found = asked.success ? await getUpload(listScopes(actor, "readings.submit"), asked.data.id) : null;
  if (!found) notFound();
  const { upload, scope } = found;
  const { counts, contract } = upload;
  const address = uploadAddressSchema.parse(query);
  const page = Math.min(address.page, lastPage(counts.send));
  const wrongPage = Math.min(address.wrong, lastPage(counts.wrong));
  const [sendRows, wrongRows] = await Promise.all([
    counts.send > 0 ? listUploadSendRows(scope, upload.id, page) : [],
    counts.wrong > 0 ? listUploadWrongRows(scope, upload.id, wrongPage) : [],
  ]);
  const window = windowState(upload.period, now(), env.supplierTimeZone);
  const waits = upload.status === "ready" && window.state === "open";
  const sent = upload.status === "committed";
  const hrefFor = (pages: { page?: number; wrong?: number }) =>
    `/readings/upload/${upload.id}?${new URLSearchParams({ page: String(pages.page ?? page), wrong: String(pages.wrong ?? wrongPage) })}` as Route;
  return (
    <>
      <PageHeader
        title={`${sent ? "Показания" : "Проверка показаний"} из файла за ${formatMonth(upload.period.month)}`}
        fact={`${contract.clientName}, договор ${contract.number}${waits ? ` · приём по ${formatDayInWords(window.lastDay)}` : ""}`}
        action={<LinkButton href={`/readings/upload?contract=${contract.number}` as Route}>Загрузить другой файл</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <UploadState upload={upload} window={window} zone={env.supplierTimeZone} />
        <UploadCounts fileName={upload.fileName} counts={counts} sent={sent} />
        {counts.wrong > 0 && (
          <UploadSection
            title="С ошибкой"
            details="Эти строки не передаём. Исправьте их в файле и загрузите его снова"
            total={counts.wrong}
            page={wrongPage}
            hrefFor={(wrong) => hrefFor({ wrong })}
          >
            <UploadWrongTable rows={wrongRows} />
          </UploadSection>
        )}
        {counts.send > 0 && (
          <UploadSection title={sent ? "Переданы" : "К передаче"} total={counts.send} page={page} hrefFor={(next) => hrefFor({ page: next })}>
            <UploadSendTable rows={sendRows} label={sent ? "Переданные показания" : "Показания к передаче"} />
          </UploadSection>
        )}
        {(waits || sent) && <UploadConfirm key={upload.id} id={upload.id} counts={counts} sent={sent} />}
      </div>
    </>
  );
}
