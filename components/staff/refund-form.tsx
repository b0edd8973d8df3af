"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { refundAction } from "@/lib/payments/actions/refund";
import { REASON_MAX } from "@/lib/payments/constants";

type RefundFormProps = {
  aim: { contract: string; payment: string; number: string };
  clientKey: string;
  /** All that may be given back, as text. */
  all: string;
  hint: string;
};

/** «Вернуть деньги»: a sum and a reason. */
export function RefundForm({ aim, clientKey, all, hint }: RefundFormProps) {
  const [state, action] = useActionState(refundAction, null);
  const { amount, reason } = state?.fieldErrors ?? {};
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      {state !== null && state.message !== null && (
        <Notice tone="error" live>
          {state.message}
        </Notice>
      )}
      {Object.entries({ ...aim, clientKey: state?.values.clientKey ?? clientKey }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_2fr]">
        <TextInput
          name="amount"
          id="refund-amount"
          label="Сумма возврата, ₽"
          inputMode="decimal"
          autoComplete="off"
          maxLength={64}
          hint={hint}
          defaultValue={state?.values.amount ?? all}
          {...(amount !== undefined && { error: amount })}
        />
        <TextInput
          name="reason"
          id="refund-reason"
          label="Причина"
          maxLength={REASON_MAX}
          defaultValue={state?.values.reason ?? ""}
          {...(reason !== undefined && { error: reason })}
        />
      </div>
      <div className="flex justify-end max-sm:*:flex-1">
        <SubmitButton pendingText="Передаём в банк">Вернуть деньги</SubmitButton>
      </div>
    </form>
  );
}
