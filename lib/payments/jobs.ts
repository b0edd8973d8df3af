import "server-only";
import { z } from "zod";
import { refreshCardLinkKind, refreshPaymentKind } from "@/lib/payments/commands/refresh-kinds";
import { refreshCardLink } from "@/lib/payments/process/link-card";
import { reconcileDay, reconcileRecent } from "@/lib/payments/process/reconcile";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { sweepPayments } from "@/lib/payments/process/sweep";
import { jobKind } from "@/lib/platform/job-kind";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs";

const sweepKind = jobKind("payment.sweep", z.object({}), { retryLimit: 0, expireSeconds: 120 });
const recentKind = jobKind("payments.reconcile-recent", z.object({}), { retryLimit: 0 });
const dayKind = jobKind("payments.reconcile", z.object({}));

async function reconcileYesterday(): Promise<void> {
  // A failed job is repeated by the queue until the bank answers.
  if (!(await reconcileDay())) throw new Error("the bank does not answer");
}

export function paymentJobs(): JobDefinition[] {
  return [
    defineJob(refreshPaymentKind, ({ paymentId }) => refreshPayment(paymentId)),
    defineJob(refreshCardLinkKind, ({ linkId }) => refreshCardLink(linkId)),
    defineJob(sweepKind, sweepPayments, { cron: "* * * * *" }),
    defineJob(recentKind, async () => void (await reconcileRecent()), { cron: "*/5 * * * *" }),
    defineJob(dayKind, reconcileYesterday, { cron: "40 3 * * *" }),
  ];
}
