import "server-only";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { jobKind } from "@/lib/platform/job-kind";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs";
import { deliverMail, deliverQueuedMail } from "@/lib/platform/mail/deliver";
import { localTransport } from "@/lib/platform/mail/local";
import { deliverMailKind } from "@/lib/platform/mail/queue";
import { resendTransport } from "@/lib/platform/mail/resend";
import { smtpTransport } from "@/lib/platform/mail/smtp";
import type { MailTransport } from "@/lib/platform/mail/transport";

function chosenTransport(): MailTransport {
  if (env.resendApiKey !== undefined) return resendTransport({ apiKey: env.resendApiKey, from: env.mailFrom });
  if (env.smtpUrl !== undefined) return smtpTransport({ url: env.smtpUrl, from: env.mailFrom });
  return localTransport;
}

const sweepMailKind = jobKind("mail.sweep", z.object({}), { retryLimit: 0 });

export function mailJobs(): JobDefinition[] {
  const transport = chosenTransport();
  return [
    defineJob(deliverMailKind, async ({ mailId }) => void (await deliverMail(mailId, transport))),
    defineJob(sweepMailKind, async () => void (await deliverQueuedMail(transport)), { cron: "* * * * *" }),
  ];
}
