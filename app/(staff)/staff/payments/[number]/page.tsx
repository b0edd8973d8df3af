import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PaymentBills } from "@/components/staff/payment-bills";
import { StaffPaymentFacts } from "@/components/staff/payment-facts";
import { PaymentHold } from "@/components/staff/payment-hold";
import { PaymentJournal } from "@/components/staff/payment-journal";
import { PaymentRefunds } from "@/components/staff/payment-refunds";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/auth/guards";
import { staffMay } from "@/lib/auth/permissions";
import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { getStaffPayment } from "@/lib/payments/queries/staff-payment";
import { describeHold } from "@/lib/payments/rules/describe-staff";
import { canStep } from "@/lib/payments/rules/machine";
import { paymentNumberSchema } from "@/lib/payments/schema/staff-address";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Платёж" };

type PaymentPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE: ReadonlyMap<string, string> = new Map([
  ["recheck", "Решение записано. Банк будет спрошен снова в ближайшую минуту"],
  ["close", "Платёж закончен без денег, счета снова можно оплатить"],
  ["refund", "Возврат записан. Как далеко он дошёл, видно в списке возвратов"],
  ["approved", "Возврат одобрен и передан в банк"],
  ["declined", "Возврат не будет сделан"],
]);

export default async function StaffPaymentPage({ params, searchParams }: PaymentPageProps) {
  const [actor, { number }, query] = await Promise.all([requireStaff("payments.view"), params, searchParams]);
  const asked = paymentNumberSchema.parse(number);
  const payment = asked === null ? null : await getStaffPayment(actor, asked);
  if (payment === null) notFound();
  const zone = env.supplierTimeZone;
  const aim = { contract: payment.contract, payment: payment.id, number: payment.number };
  const done = typeof query.done === "string" ? DONE.get(query.done) : undefined;
  return (
    <>
      <PageHeader title={`Платёж № ${payment.number}`} fact={`${formatMoney(payment.amount)} · ${formatMoment(payment.createdAt, zone)}`} />
      <div className="flex flex-col gap-4">
        {done !== undefined && (
          <Notice tone="success" live>
            {done}
          </Notice>
        )}
        {payment.heldReason !== null && (
          <PaymentHold
            aim={aim}
            reason={describeHold(payment.heldReason)}
            closable={canStep(payment.status, "canceled")}
            mayRelease={staffMay(actor.role, "payments.release")}
          />
        )}
        <StaffPaymentFacts payment={payment} zone={zone} />
        <PaymentBills payment={payment} zone={zone} />
        <PaymentRefunds
          payment={payment}
          viewer={{
            userId: actor.userId,
            mayRefund: staffMay(actor.role, "payments.refund"),
            mayApprove: staffMay(actor.role, "payments.approve"),
          }}
          secondPersonFrom={env.refundSecondPersonFrom}
          clientKey={randomUUID()}
          zone={zone}
        />
        <PaymentJournal payment={payment} zone={zone} />
      </div>
    </>
  );
}
