"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { clearHoldAction } from "@/lib/payments/actions/clear-hold";
import { REASON_MAX } from "@/lib/payments/constants";

type PaymentHoldProps = {
  aim: { contract: string; payment: string; number: string };
  /** Why it was stopped. */
  reason: string;
  /** It may still end without money. */
  closable: boolean;
  mayRelease: boolean;
};

/** A held payment, and what the one who looked at it says. */
export function PaymentHold({ aim, reason, closable, mayRelease }: PaymentHoldProps) {
  const [state, action] = useActionState(clearHoldAction, null);
  const { reason: wrong } = state?.fieldErrors ?? {};
  return (
    <Card>
      <CardHeader title="Платёж остановлен для проверки" details={reason} />
      <CardBody>
        {mayRelease ? (
          <form action={action} className="flex flex-col gap-4" noValidate>
            {state !== null && state.message !== null && (
              <Notice tone="error" live>
                {state.message}
              </Notice>
            )}
            {Object.entries(aim).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextInput
              name="reason"
              id="hold-reason"
              label="Что выяснилось"
              hint="«Продолжить»: банк будет спрошен снова. Если его ответ по-прежнему не сходится с платежом, платёж остановится опять"
              maxLength={REASON_MAX}
              defaultValue={state?.values.reason ?? ""}
              {...(wrong !== undefined && { error: wrong })}
            />
            <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
              {closable && (
                <Button type="submit" variant="danger" name="then" value="close">
                  Закончить без денег
                </Button>
              )}
              <SubmitButton pendingText="Записываем">Продолжить</SubmitButton>
            </div>
          </form>
        ) : (
          <p className="text-muted">Решение принимает оператор расчётов или администратор</p>
        )}
      </CardBody>
    </Card>
  );
}
