"use client";

import { useState } from "react";
import { PayPreview } from "@/components/payments/pay-preview";
import { NumberInput } from "@/components/ui/number-input";
import { TextLink } from "@/components/ui/text-link";
import { formatAmount } from "@/lib/format/money";
import { payAddress } from "@/lib/payments/rules/pay-address";
import { readAmount } from "@/lib/payments/rules/read-amount";
import type { PayableLine } from "@/lib/payments/types";

type PayAmountProps = {
  contract: string;
  bills: readonly PayableLine[];
  /** One document: its sum cannot be changed. */
  locked: boolean;
  initial: string;
  error?: string;
  onAmount: (kopecks: bigint | null) => void;
};

/** «К оплате» and what the sum will settle. */
export function PayAmount({ contract, bills, locked, initial, error, onAmount }: PayAmountProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = readAmount(locked ? initial : (typed ?? initial));
  return (
    <>
      {locked ? (
        <NumberInput
          name="amount"
          label="К оплате, ₽"
          labelHidden={false}
          readOnly
          value={initial}
          error={error}
          hint={
            <>
              Сумма одного документа не меняется, чтобы деньги зачлись именно в него.{" "}
              <TextLink href={payAddress({ contract })}>Оплатить другую сумму</TextLink>
            </>
          }
        />
      ) : (
        <NumberInput
          name="amount"
          label="К оплате, ₽"
          labelHidden={false}
          defaultValue={initial}
          error={error}
          hint="Можно изменить: что сверх выбранных документов, станет предоплатой"
          onChange={({ target }) => {
            setTyped(target.value);
            const next = readAmount(target.value);
            onAmount(next.ok ? next.kopecks : null);
          }}
          onBlur={({ target }) => {
            const left = readAmount(target.value);
            if (left.ok) target.value = formatAmount(left.kopecks);
          }}
        />
      )}
      <div role="status">
        <PayPreview bills={bills} amount={read.ok ? read.kopecks : null} />
      </div>
    </>
  );
}
