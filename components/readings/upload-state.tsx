import type { Route } from "next";
import { RECEIPT_ID } from "@/components/readings/receipt-id";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/lib/format/dates";
import { countOf } from "@/lib/format/plurals";
import { UPLOAD_HOURS } from "@/lib/readings/constants";
import { describeClosed } from "@/lib/readings/rules/describe-upload";
import type { Upload, WindowState } from "@/lib/readings/types";

type UploadStateProps = { upload: Upload; window: WindowState; zone: string };

const READINGS = ["показание", "показания", "показаний"] as const;

/** What there is to know about an upload that can no longer be confirmed. */
export function UploadState({ upload, window, zone }: UploadStateProps) {
  const { receipt, contract } = upload;
  if (receipt) {
    return (
      <div id={RECEIPT_ID} tabIndex={-1}>
        <Notice tone="success" title="Показания сохранены" live>
          <p>
            Квитанция № {receipt.number} от {formatMoment(receipt.at, zone)}. Передано {countOf(receipt.saved, READINGS)}
            {window.state === "open" && ". До конца приёма их можно изменить"}
          </p>
          <p className="mt-1 flex flex-wrap gap-x-4">
            <TextLink href={`/readings?contract=${contract.number}` as Route}>Показания договора</TextLink>
            <TextLink href={`/history/readings?contract=${contract.number}` as Route}>История показаний</TextLink>
          </p>
        </Notice>
      </div>
    );
  }
  if (upload.status !== "ready") {
    const expired = upload.status === "expired";
    return (
      <Notice tone="warning" title={expired ? "Предпросмотр устарел" : "Предпросмотр заменён новым"}>
        {expired ? `Файл ждал подтверждения больше ${UPLOAD_HOURS} часов. ` : "Этот файл сверили с показаниями ещё раз. "}
        Ничего не передано
      </Notice>
    );
  }
  if (window.state === "open") return null;
  return (
    <Notice tone="warning" title="Показания уже не принимаются">
      {describeClosed(window)}
    </Notice>
  );
}
