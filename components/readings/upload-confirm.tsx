"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { UploadOutdated } from "@/components/readings/upload-outdated";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { StickyBar } from "@/components/ui/sticky-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDayInWords } from "@/lib/format/dates";
import { countOf } from "@/lib/format/plurals";
import { confirmUploadAction, type ConfirmState } from "@/lib/readings/actions/confirm-upload";
import { describeClosed } from "@/lib/readings/rules/describe-upload";
import type { PreviewCounts } from "@/lib/readings/types";

type UploadConfirmProps = {
  id: string;
  contract: string;
  counts: PreviewCounts;
  /** Last day of the window. */
  until: string;
};

const READINGS = ["показание", "показания", "показаний"] as const;
const ROWS = ["строка", "строки", "строк"] as const;

function failureText(state: ConfirmState): string | null {
  if (state.ok) {
    if (state.data.kind === "closed") return describeClosed(state.data.window);
    return state.data.kind === "reused_key" ? "Этот файл уже передан с другими показаниями. Загрузите его заново" : null;
  }
  if (state.code === "too_many") return "Слишком много попыток подряд. Подождите минуту и повторите";
  if (state.code === "signed_out") return "Войдите в личный кабинет ещё раз. Файл сохранён и ждёт подтверждения";
  return "Этот предпросмотр больше не действует. Загрузите файл заново";
}

function statusText({ send, wrong }: PreviewCounts, until: string): string {
  if (send === 0) return wrong === 0 ? "Передавать нечего: новых показаний в файле нет" : "Передавать нечего. Исправьте строки с ошибкой и загрузите файл снова";
  const left = wrong === 0 ? "" : `, ${countOf(wrong, ROWS)} с ошибкой не передаём`;
  return `К передаче ${countOf(send, READINGS)}${left}. Приём по ${formatDayInWords(until)}`;
}

export function UploadConfirm({ id, contract, counts, until }: UploadConfirmProps) {
  const [state, action] = useActionState(confirmUploadAction, null);
  const failure = state === null ? null : failureText(state);
  return (
    <>
      {failure !== null && (
        <Notice tone="error" title="Показания не переданы" live>
          {failure}
        </Notice>
      )}
      {state?.ok === true && state.data.kind === "outdated" && <UploadOutdated id={id} total={state.data.total} registers={state.data.registers} />}
      <StickyBar status={statusText(counts, until)}>
        <LinkButton href={`/readings/upload?contract=${contract}` as Route}>Загрузить другой файл</LinkButton>
        {counts.send > 0 && (
          <form action={action}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton pendingText="Передаём показания" className="w-full">
              Передать показания
            </SubmitButton>
          </form>
        )}
      </StickyBar>
    </>
  );
}
