"use client";

import { useMemo, useState } from "react";
import { PayAmount } from "@/components/payments/pay-amount";
import { PayWay, type CardChoice } from "@/components/payments/pay-way";
import { usePayment } from "@/components/payments/use-payment";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { PURPOSE_MAX } from "@/lib/payments/constants";
import { describeLimit } from "@/lib/payments/rules/describe-refusal";
import { overLimit } from "@/lib/payments/rules/over-limit";
import { readAmount } from "@/lib/payments/rules/read-amount";
import type { PayableLine, PayFormValues, PaymentLimits } from "@/lib/payments/types";
import type { ReactNode } from "react";

type PayFormProps = {
  contract: string;
  bills: readonly PayableLine[];
  locked: boolean;
  initial: PayFormValues;
  cards: readonly CardChoice[];
  limits: PaymentLimits;
  /** Stands instead of the button for those who may not pay yet. */
  closed?: ReactNode;
};

const FIELDS = ["purpose", "receiptEmail", "amount", "way"];
const NONE: readonly [] = [];

const methodOf = (way: string) => (way === "sbp" || way === "new_card" ? way : "saved_card");

/** «Реквизиты оплаты». Without JavaScript it is a plain form with the same answers. */
export function PayForm({ contract, bills, locked, initial: given, cards, limits, closed }: PayFormProps) {
  const { action, onSubmit, pending, refused, lost } = usePayment();
  // One key for one filled form, however often the page is rendered again.
  const [first] = useState(given.clientKey);
  const initial = refused?.values ?? given;
  const [amount, setAmount] = useState<bigint | null | undefined>(undefined);
  const [way, setWay] = useState(initial.way);
  const errors: Record<string, string | undefined> = refused?.fieldErrors ?? {};
  const problems = useMemo(() => {
    const found = Object.entries(refused?.fieldErrors ?? {});
    if (found.length === 0) return NONE;
    const typed = FIELDS.flatMap((id) => found.filter(([name]) => name === id).map(([, message]) => ({ id, message })));
    return typed.length > 0 ? typed : [{ id: "amount", message: "Данные платежа устарели. Обновите страницу" }];
  }, [refused]);

  const text = locked ? given.amount : initial.amount;
  const read = readAmount(text);
  const sum = amount === undefined ? (read.ok ? read.kopecks : null) : amount;
  const limit = sum === null ? null : overLimit(methodOf(way), sum, limits);
  const message = lost ?? refused?.message ?? null;

  return (
    <form action={action} onSubmit={(event) => void onSubmit(event)} className="card card__body pay-form" noValidate>
      <ErrorSummary title="Платёж не начат: проверьте данные" problems={problems} />
      {message !== null && (
        <Notice tone="error" title="Платёж не начат" live>
          {message}
          {refused?.code === "signed_out" && (
            <>
              . <TextLink href="/login">Войти</TextLink>
            </>
          )}
        </Notice>
      )}
      <input type="hidden" name="contract" value={contract} />
      <input type="hidden" name="clientKey" value={refused?.values.clientKey ?? first} />
      {bills.map(({ id, due }) => (
        <input key={id} type="hidden" name="bill" value={`${id}:${due}`} />
      ))}
      <TextInput name="purpose" label="Назначение" defaultValue={initial.purpose} maxLength={PURPOSE_MAX} error={errors.purpose} />
      <TextInput
        name="receiptEmail"
        type="email"
        label="Отправить чек на"
        autoComplete="email"
        defaultValue={initial.receiptEmail}
        error={errors.receiptEmail}
      />
      <PayAmount contract={contract} bills={bills} locked={locked} initial={text} error={errors.amount} onAmount={setAmount} />
      <PayWay
        cards={cards}
        initial={initial.way}
        saveCard={initial.saveCard}
        error={limit === null ? errors.way : `${describeLimit(limit)}. Уменьшите сумму или выберите другой способ`}
        onWay={setWay}
      />
      {closed ?? (
        <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
          <LinkButton href="/payments">Отмена</LinkButton>
          <Button type="submit" variant="primary" pending={pending}>
            {pending ? "Открываем страницу банка" : "Перейти к оплате"}
          </Button>
        </div>
      )}
    </form>
  );
}
