import "server-only";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import type { MailTransport } from "@/lib/platform/mail/transport";
import { redactText } from "@/lib/platform/redact";

export const MAX_ATTEMPTS = 10;
/** How long a claimed letter belongs to its worker; after it the worker is taken for dead. */
export const LEASE_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3600_000;
const REASON_MAX = 500;
/** Letters of one sweep; the next one follows within a minute. */
const SWEEP_SIZE = 200;

/** 1, 2, 4 … minutes, at most 6 hours: ten attempts span about 8 hours. */
export function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
}

function dueAt(at: Date) {
  return { status: { in: ["queued" as const, "sending" as const] }, nextAttemptAt: { lte: at } };
}

/** One statement decides which worker has the letter; a lease that ran out makes it free again. */
async function claim(mailId: string, at: Date) {
  const [mail] = await db.mail.updateManyAndReturn({
    where: { id: mailId, ...dueAt(at) },
    data: { status: "sending", attempts: { increment: 1 }, nextAttemptAt: new Date(at.getTime() + LEASE_MS) },
  });
  return mail;
}

export type DeliveryOutcome = "sent" | "later" | "failed" | "not_due";

export async function deliverMail(mailId: string, transport: MailTransport): Promise<DeliveryOutcome> {
  const mail = await claim(mailId, now());
  if (mail === undefined) return "not_due";
  const delivery =
    mail.attempts > MAX_ATTEMPTS
      ? { ok: false as const, permanent: true, reason: "every attempt was cut off" }
      : await transport.send(mail);
  // Only the attempt that still holds the letter writes its outcome.
  const where = { id: mail.id, status: "sending" as const, attempts: mail.attempts };
  if (delivery.ok) {
    await db.mail.updateMany({ where, data: { status: "sent", sentAt: now(), providerId: delivery.providerId, lastError: null } });
    return "sent";
  }
  const failed = delivery.permanent || mail.attempts >= MAX_ATTEMPTS;
  const lastError = redactText(delivery.reason).slice(0, REASON_MAX);
  log[failed ? "error" : "warn"]({ mailId, attempt: mail.attempts, reason: lastError }, failed ? "mail failed" : "mail delayed");
  await db.mail.updateMany({
    where,
    data: {
      status: failed ? "failed" : "queued",
      nextAttemptAt: new Date(now().getTime() + pauseAfter(mail.attempts)),
      lastError,
    },
  });
  return failed ? "failed" : "later";
}

/** Every letter that is due: new ones whose job was lost, delayed ones, and those of a worker that died. */
export async function deliverQueuedMail(transport: MailTransport): Promise<number> {
  const due = await db.mail.findMany({
    where: dueAt(now()),
    orderBy: { nextAttemptAt: "asc" },
    take: SWEEP_SIZE,
    select: { id: true },
  });
  let sent = 0;
  for (const { id } of due) {
    if ((await deliverMail(id, transport)) === "sent") sent += 1;
  }
  return sent;
}
