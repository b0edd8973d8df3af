import type { Route } from "next";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { describePayer } from "@/lib/payments/rules/describe-payer";
import type { PayableLine } from "@/lib/payments/types";

type LeftOutProps = {
  busy: readonly PayableLine[];
  settled: readonly string[];
  now: Date;
  zone: string;
  /** What can be done instead, when nothing is left to pay. */
  action?: ReactNode;
};

/** Documents that were asked for and cannot be paid now: who pays them and until when, or that they are paid. */
export function LeftOut({ busy, settled, now, zone, action }: LeftOutProps) {
  if (busy.length + settled.length === 0) return null;
  const title = action === undefined ? "В сумму вошло не всё" : busy.length > 0 ? "Это уже оплачивается" : "Оплачивать нечего";
  return (
    <Notice tone="warning" title={title} className="mb-4">
      <ul>
        {busy.map(({ id, number, payer }) => (
          <li key={id}>
            № {number}: {payer !== null && describePayer(payer, now, zone)}
            {payer?.paymentId && (
              <>
                . <TextLink href={`/payments/result/${payer.paymentId}` as Route}>Продолжить</TextLink>
              </>
            )}
          </li>
        ))}
        {settled.map((number) => (
          <li key={number}>№ {number}: оплачивать нечего, такого документа нет среди неоплаченных</li>
        ))}
      </ul>
      {action !== undefined && <div className="mt-3">{action}</div>}
    </Notice>
  );
}
