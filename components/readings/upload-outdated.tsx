"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { refreshUploadAction, type RefreshState } from "@/lib/readings/actions/confirm-upload";
import { describeRefusal } from "@/lib/readings/rules/describe-refusal";
import { describeClosed } from "@/lib/readings/rules/describe-upload";
import type { ConfirmOutcome } from "@/lib/readings/types";

type UploadOutdatedProps = { id: string } & Pick<Extract<ConfirmOutcome, { kind: "outdated" }>, "total" | "registers">;

function refreshFailure(state: RefreshState | null): string | null {
  if (state === null) return null;
  if (!state.ok) return "Файл больше не хранится. Загрузите его заново";
  if (state.data.kind === "refused") return describeRefusal(state.data.refusal);
  return state.data.kind === "closed" ? describeClosed(state.data.window) : null;
}

/** What others changed since the preview was made; nothing was sent, and the file can be compared again. */
export function UploadOutdated({ id, total, registers }: UploadOutdatedProps) {
  const [state, action] = useActionState(refreshUploadAction, null);
  const failure = refreshFailure(state);
  return (
    <Notice tone="error" title="Пока вы проверяли файл, данные изменились. Ничего не передано" live>
      <ul className="my-2 list-disc pl-5">
        {registers.map(({ registerId, name, reason }) => (
          <li key={registerId}>
            {name}: {reason}
          </li>
        ))}
      </ul>
      {total > registers.length && <p className="mb-2">И ещё {total - registers.length}</p>}
      {failure !== null && <p className="mb-2 text-danger">{failure}</p>}
      <form action={action}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary" pendingText="Сверяем файл">
          Обновить предпросмотр
        </SubmitButton>
      </form>
    </Notice>
  );
}
