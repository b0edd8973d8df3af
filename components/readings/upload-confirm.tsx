"use client";

import { useActionState, useEffect, useRef } from "react";
import { RECEIPT_ID } from "@/components/readings/receipt-id";
import { UploadOutdated } from "@/components/readings/upload-outdated";
import { Notice } from "@/components/ui/notice";
import { StickyBar } from "@/components/ui/sticky-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { countOf } from "@/lib/format/plurals";
import { confirmUploadAction, type ConfirmState } from "@/lib/readings/actions/confirm-upload";
import { describeClosed } from "@/lib/readings/rules/describe-upload";
import type { PreviewCounts } from "@/lib/readings/types";

type UploadConfirmProps = {
  id: string;
  counts: PreviewCounts;
  /** The receipt is on the page already. */
  sent: boolean;
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

function statusText({ send, wrong }: PreviewCounts): string {
  return `К передаче ${countOf(send, READINGS)}${wrong === 0 ? "" : `, ${countOf(wrong, ROWS)} с ошибкой`}`;
}

/** The button that sends; a preview with nothing to send says so instead. */
export function UploadConfirm({ id, counts, sent }: UploadConfirmProps) {
  const [state, action] = useActionState(confirmUploadAction, null);
  const answer = useRef<HTMLDivElement>(null);
  const failure = state === null ? null : failureText(state);
  const outdated = state?.ok === true && state.data.kind === "outdated" ? state.data : null;

  // The answer stands above or below a long table: focus brings it into view and reads it out.
  useEffect(() => {
    if (state !== null) (sent ? document.getElementById(RECEIPT_ID) : answer.current)?.focus();
  }, [state, sent]);

  if (sent) return null;
  if (counts.send === 0) {
    return (
      <Notice title="Передавать нечего">
        {counts.wrong === 0 ? "Новых показаний в файле нет" : "Исправьте строки с ошибкой и загрузите файл снова"}
      </Notice>
    );
  }
  return (
    <>
      <div ref={answer} tabIndex={-1} className="empty:hidden">
        {failure !== null && (
          <Notice tone="error" title="Показания не переданы" live>
            {failure}
          </Notice>
        )}
        {outdated && <UploadOutdated id={id} total={outdated.total} registers={outdated.registers} />}
      </div>
      {!outdated && (
        <StickyBar status={statusText(counts)}>
          <form action={action}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton pendingText="Передаём показания" className="w-full">
              Передать показания
            </SubmitButton>
          </form>
        </StickyBar>
      )}
    </>
  );
}
