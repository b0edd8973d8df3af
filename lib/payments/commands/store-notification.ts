import "server-only";
import { transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { refreshCardLinkKind, refreshPaymentKind } from "@/lib/payments/commands/refresh-kinds";
import type { GivenNotification } from "@/lib/payments/schema/bank-object";
import { now } from "@/lib/platform/clock";
import { job, type JobEntry } from "@/lib/platform/job-kind";

/** Which payment it may be about; the hint of the body only decides whom to ask the bank about. */
async function findPaymentId(tx: Tx, { object }: GivenNotification): Promise<string | null> {
  const bankId = object.payment_id ?? object.id;
  const known = await tx.payment.findUnique({ where: { bankId }, select: { id: true } });
  if (known) return known.id;
  const id = object.metadata?.payment_id;
  return id === undefined ? null : ((await tx.payment.findFirst({ where: { id, bankId: null }, select: { id: true } }))?.id ?? null);
}

async function findLinkId(tx: Tx, { object }: GivenNotification): Promise<string | null> {
  const known = await tx.cardLink.findUnique({ where: { bankId: object.id }, select: { id: true } });
  if (known) return known.id;
  const id = object.metadata?.card_link_id;
  return id === undefined ? null : ((await tx.cardLink.findFirst({ where: { id, bankId: null }, select: { id: true } }))?.id ?? null);
}

/** Kept as it came and believed in nothing: it wakes a job that asks the bank. One about nothing of ours is only kept. */
export function storeNotification(given: GivenNotification): Promise<void> {
  return transact<undefined>(BANK_ACTOR, async (tx) => {
    const paymentId = await findPaymentId(tx, given);
    const linkId = paymentId === null ? await findLinkId(tx, given) : null;
    await tx.bankNotification.create({ data: { receivedAt: now(), event: given.event, objectId: given.object.id, paymentId }, select: { id: true } });
    const jobs: JobEntry[] = [];
    if (paymentId !== null) jobs.push(job(refreshPaymentKind, { paymentId }));
    if (linkId !== null) jobs.push(job(refreshCardLinkKind, { linkId }));
    return { result: undefined, audit: [], jobs };
  });
}
