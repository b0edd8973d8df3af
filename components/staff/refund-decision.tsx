"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { approveRefundAction, declineRefundAction } from "@/lib/payments/actions/refund";
import { REASON_MAX } from "@/lib/payments/constants";

type RefundDecisionProps = {
  aim: { contract: string; payment: string; number: string; refund: string };
  title: string;
  /** The one who asked may only take it back. */
  own: boolean;
};

/** A refund that waits for a second person. */
export function RefundDecision({ aim, title, own }: RefundDecisionProps) {
  const [approval, approve] = useActionState(approveRefundAction, null);
  const [refusal, decline] = useActionState(declineRefundAction, null);
  const message = approval?.message ?? refusal?.message ?? null;
  const wrong = refusal?.fieldErrors.reason;
  const hidden = Object.entries(aim).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
  return (
    <div className="flex flex-col gap-4">
      <p className="font-semibold">{title}</p>
      {message !== null && (
        <Notice tone="error" live>
          {message}
        </Notice>
      )}
      {own ? (
        <p className="text-muted">Вы запросили этот возврат. Одобрить его должен другой сотрудник</p>
      ) : (
        <form action={approve}>
          {hidden}
          <SubmitButton pendingText="Передаём в банк">Одобрить возврат</SubmitButton>
        </form>
      )}
      <form action={decline} className="flex flex-wrap items-end gap-3" noValidate>
        {hidden}
        <TextInput
          name="reason"
          id={`decline-${aim.refund}`}
          label="Почему возврат не нужен"
          maxLength={REASON_MAX}
          className="min-w-0 flex-1 basis-60"
          defaultValue={refusal?.values.reason ?? ""}
          {...(wrong !== undefined && { error: wrong })}
        />
        <SubmitButton variant="danger" pendingText="Записываем">
          {own ? "Отозвать" : "Отклонить"}
        </SubmitButton>
      </form>
    </div>
  );
}
