import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/lib/audit/writer";
import type { ClientActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { BANK_ACTOR } from "@/lib/payments/commands/bank-actor";
import { closeCall, openCall } from "@/lib/payments/commands/bank-calls";
import { Overtaken, retried } from "@/lib/payments/commands/overtaken";
import { saveCard } from "@/lib/payments/commands/save-card";
import { CARD_HOLD, LIVE_MS, type PaymentStatus } from "@/lib/payments/constants";
import { cardOrder } from "@/lib/payments/rules/bank-order";
import { decidePayment } from "@/lib/payments/rules/decide-payment";
import type { BankOrder, BankPayment, StartedCardLink } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const LINK = {
  id: true,
  userId: true,
  status: true,
  bankKey: true,
  bankId: true,
  confirmationUrl: true,
  savedCardId: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.CardLinkSelect;

type LinkRow = Prisma.CardLinkGetPayload<{ select: typeof LINK }>;
type LinkChanges = { bankId?: string; confirmationUrl?: string | null; savedCardId?: string; failureReason?: string };

const findLink = (tx: Tx, id: string) => tx.cardLink.findUnique({ where: { id }, select: LINK });

export async function createCardLink(actor: ClientActor, clientKey: string): Promise<StartedCardLink> {
  return transact(actor, async (tx) => {
    const at = now();
    const { userId } = actor;
    const made = await tx.cardLink.createManyAndReturn({
      data: [{ userId, clientKey, bankKey: randomUUID(), createdAt: at, updatedAt: at }],
      skipDuplicates: true,
      select: LINK,
    });
    const row = made[0] ?? (await tx.cardLink.findUniqueOrThrow({ where: { userId_clientKey: { userId, clientKey } }, select: LINK }));
    const audit = made.map(({ id, status }) => ({ action: "card.link", subject: { kind: "card_link", id }, after: { status } }));
    return { result: { linkId: row.id, status: row.status, confirmationUrl: row.confirmationUrl }, audit };
  });
}

async function moveLink(tx: Tx, row: LinkRow, to: PaymentStatus, changes: LinkChanges = {}): Promise<AuditEntry> {
  const { count } = await tx.cardLink.updateMany({
    where: { id: row.id, status: row.status, version: row.version },
    data: { ...changes, status: to, version: { increment: 1 }, updatedAt: now() },
  });
  if (count !== 1) throw new Overtaken();
  const { bankId, savedCardId, failureReason } = changes;
  const after = { status: to, ...(bankId && { bankId }), ...(savedCardId && { savedCardId }), ...(failureReason && { failureReason }) };
  return { action: "card.move", subject: { kind: "card_link", id: row.id }, before: { status: row.status }, after };
}

export type LinkSubmission = { callId: string; key: string; order: BankOrder; first: boolean };

/** As with a payment: `submitting` and the call are stored before the bank is called. */
export function beginCardLink(linkId: string): Promise<LinkSubmission | null> {
  return retried(() =>
    transact<LinkSubmission | null>(BANK_ACTOR, async (tx) => {
      const row = await findLink(tx, linkId);
      if (!row || row.bankId !== null || liveUntil(row) <= now()) return { result: null, audit: [] };
      const first = row.status === "created";
      if (!first && row.status !== "submitting" && row.status !== "unknown") return { result: null, audit: [] };
      const audit = first ? [await moveLink(tx, row, "submitting")] : [];
      const callId = await openCall(tx, { operation: "create", cardLinkId: linkId });
      return { result: { callId, key: row.bankKey, order: cardOrder(linkId, env.appUrl), first }, audit };
    }),
  );
}

const liveUntil = ({ createdAt }: LinkRow) => new Date(createdAt.getTime() + LIVE_MS);

/** Nobody knows (`unknown`), or the bank has no such hold and will have none (`failed`). */
export function loseCardLink(linkId: string, to: "unknown" | "failed", outcome: string, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, outcome);
      const row = await findLink(tx, linkId);
      if (!row || row.bankId !== null) return { result: undefined, audit: [] };
      if (row.status === "created" && to === "failed") {
        const submitted = await moveLink(tx, row, "submitting");
        const failed = await moveLink(tx, { ...row, status: "submitting", version: row.version + 1 }, to, { failureReason: outcome });
        return { result: undefined, audit: [submitted, failed] };
      }
      const from: PaymentStatus[] = to === "unknown" ? ["submitting"] : ["submitting", "unknown"];
      if (!from.includes(row.status)) return { result: undefined, audit: [] };
      return { result: undefined, audit: [await moveLink(tx, row, to, to === "failed" ? { failureReason: outcome } : {})] };
    }),
  );
}

async function apply(tx: Tx, row: LinkRow, object: BankPayment): Promise<Outcome<undefined>> {
  const tag = { key: "card_link_id" as const, id: row.id };
  const known = { status: row.status, amount: CARD_HOLD, bankId: row.bankId, tag, held: false, settledByStaff: true, liveUntil: liveUntil(row) };
  const decision = decidePayment(known, object, now());
  const bankId = row.bankId === null ? { bankId: object.id } : {};
  if (decision.kind === "attach") return { result: undefined, audit: [await moveLink(tx, row, row.status, bankId)] };
  // A mismatch gives no card: the bank's page was not ours.
  if (decision.kind !== "step") return { result: undefined, audit: [] };
  const { to } = decision;
  const savedCardId = to === "authorised" ? await saveCard(tx, row.userId, object.method) : null;
  const changes: LinkChanges = {
    ...bankId,
    confirmationUrl: to === "awaiting_user" ? object.confirmationUrl : null,
    ...(savedCardId !== null && { savedCardId }),
    ...(object.reason !== null && row.savedCardId === null && { failureReason: object.reason }),
  };
  return { result: undefined, audit: [await moveLink(tx, row, to, changes)] };
}

export function applyCardLink(linkId: string, object: BankPayment, callId: string | null = null): Promise<void> {
  return retried(() =>
    transact<undefined>(BANK_ACTOR, async (tx) => {
      await closeCall(tx, callId, "200");
      const row = await findLink(tx, linkId);
      return row ? apply(tx, row, object) : { result: undefined, audit: [] };
    }),
  );
}

/** Before the hold is cancelled. */
export function openCancelCall(linkId: string): Promise<string> {
  return transact(BANK_ACTOR, async (tx) => ({ result: await openCall(tx, { operation: "cancel", cardLinkId: linkId }), audit: [] }));
}

/** What came of a call that changed nothing here. */
export function noteOutcome(callId: string, outcome: string): Promise<void> {
  return transact<undefined>(BANK_ACTOR, async (tx) => {
    await closeCall(tx, callId, outcome);
    return { result: undefined, audit: [] };
  });
}
