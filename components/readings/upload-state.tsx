import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
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
  const again = (
    <div className="mt-2">
      <LinkButton href={`/readings/upload?contract=${contract.number}` as Route}>Загрузить файл заново</LinkButton>
    </div>
  );
  if (receipt) {
    return (
      <Notice tone="success" title="Показания сохранены" live>
        <p>
          Квитанция № {receipt.number} от {formatMoment(receipt.at, zone)}. Передано {countOf(receipt.saved, READINGS)}. До конца приёма их можно
          изменить
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <TextLink href={`/readings?contract=${contract.number}` as Route}>Показания договора</TextLink>
          <TextLink href={`/readings/upload?contract=${contract.number}` as Route}>Загрузить другой файл</TextLink>
        </p>
      </Notice>
    );
  }
  if (upload.status !== "ready") {
    const expired = upload.status === "expired";
    return (
      <Notice tone="warning" title={expired ? "Предпросмотр устарел" : "Предпросмотр заменён новым"}>
        {expired ? `Файл ждал подтверждения больше ${UPLOAD_HOURS} часов. ` : "Этот файл сверили с показаниями ещё раз. "}
        Ничего не передано
        {again}
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
