import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GoToBank } from "@/components/payments/go-to-bank";
import { OutcomeWatch } from "@/components/payments/outcome-watch";
import { PaymentFacts } from "@/components/payments/payment-facts";
import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireClient } from "@/lib/auth/guards";
import { listScopes } from "@/lib/auth/scope";
import { checkPaymentAction } from "@/lib/payments/actions/check-payment";
import { PAYMENT_RETURN_PATH } from "@/lib/payments/constants";
import { getPayment } from "@/lib/payments/queries/get-payment";
import { describeOutcome } from "@/lib/payments/rules/describe-outcome";
import { isFinal } from "@/lib/payments/rules/machine";
import { repeatAddress } from "@/lib/payments/rules/pay-address";
import { startedSchema } from "@/lib/payments/schema/pay-form";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Платёж" };

type ResultPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
};

export default async function PaymentResultPage({ params, searchParams }: ResultPageProps) {
  const [actor, address, { to }] = await Promise.all([requireClient(), params, searchParams]);
  const asked = startedSchema.safeParse(address);
  const payment = asked.success ? await getPayment(listScopes(actor, "payments.make"), asked.data.id) : null;
  if (payment === null) notFound();
  const { id, contract, status, held } = payment;
  const bankPage = status === "awaiting_user" ? payment.confirmationUrl : null;
  const outcome = describeOutcome(payment, env.supplierTimeZone);
  const client = actor.memberships.find(({ number }) => number === contract)?.clientName;
  const again = isFinal(status) && status !== "succeeded" && !held;
  return (
    <div className="page-narrow mx-auto">
      <PageHeader title="Платёж" fact={`${client}, договор ${contract}`} />
      <div className="flex flex-col gap-4">
        <Notice tone={outcome.tone} title={outcome.title} live>
          {outcome.text}
        </Notice>
        <PaymentFacts payment={payment} zone={env.supplierTimeZone} />
        <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
          <LinkButton href="/payments">К счетам</LinkButton>
          {status === "succeeded" && !held && (
            <a href={`/api/downloads/payment-receipt?id=${id}`} className={buttonClass("secondary")} download>
              Скачать квитанцию
            </a>
          )}
          {again && (
            <LinkButton href={repeatAddress(payment)} variant="primary">
              Повторить
            </LinkButton>
          )}
          {bankPage !== null && (
            <a href={bankPage} className={buttonClass("primary")}>
              Перейти на страницу банка
            </a>
          )}
        </div>
      </div>
      {bankPage !== null && to === "bank" ? (
        <GoToBank url={bankPage} />
      ) : (
        !isFinal(status) && <OutcomeWatch id={id} check={checkPaymentAction} plain={`${PAYMENT_RETURN_PATH}/${id}`} />
      )}
    </div>
  );
}
