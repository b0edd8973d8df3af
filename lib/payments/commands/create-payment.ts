import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { ClientActor, ContractScope } from "@/lib/auth/actor";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { findBusy } from "@/lib/payments/commands/find-busy";
import { lockBills } from "@/lib/payments/commands/lock-bills";
import { Overtaken, retried } from "@/lib/payments/commands/overtaken";
import { LIVE_MS } from "@/lib/payments/constants";
import { cleanText } from "@/lib/payments/rules/clean-text";
import { overLimit } from "@/lib/payments/rules/over-limit";
import { planAllocation } from "@/lib/payments/rules/plan-allocation";
import type { AllocationPlan, CreateOutcome, PaymentRefusal, PaymentRequest } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const refused = (refusal: PaymentRefusal): Outcome<CreateOutcome> => ({ result: refusal, audit: [] });

function payerOf({ actor }: ContractScope): ClientActor {
  if (actor.kind !== "client") throw new Error("only a client pays");
  return actor;
}

/** What tells one request from another; the order of ticks does not, nor what the page showed. */
function digestOf(userId: string, { amount, billIds, method, savedCardId, saveCard, receiptEmail, purpose }: PaymentRequest): string {
  const content = [userId, String(amount), billIds.toSorted(), method, savedCardId ?? null, saveCard, receiptEmail, purpose];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

const SHOWN = { id: true, number: true, status: true, confirmationUrl: true } as const;

async function findRepeated(tx: Tx, scope: ContractScope, clientKey: string, digest: string): Promise<CreateOutcome | null> {
  const earlier = await tx.payment.findUnique({
    where: { contractId_clientKey: { contractId: scope.contractId, clientKey } },
    select: { ...SHOWN, digest: true },
  });
  if (!earlier) return null;
  const { digest: known, ...payment } = earlier;
  return known === digest ? { kind: "created", payment } : { kind: "reused_key" };
}

async function hasCard(tx: Tx, userId: string, cardId: string | undefined): Promise<boolean> {
  return cardId !== undefined && (await tx.savedCard.count({ where: { id: cardId, userId, removedAt: null } })) === 1;
}

async function save(tx: Tx, scope: ContractScope, request: PaymentRequest, digest: string, plan: AllocationPlan): Promise<Outcome<CreateOutcome>> {
  const { clientKey, amount, method, savedCardId, saveCard, receiptEmail, purpose } = request;
  const at = now();
  const [payment] = await tx.payment.createManyAndReturn({
    data: [
      {
        contractId: scope.contractId,
        userId: payerOf(scope).userId,
        clientKey,
        digest,
        method,
        amount,
        purpose,
        receiptEmail,
        saveCard: saveCard && method === "new_card",
        savedCardId: method === "saved_card" ? (savedCardId ?? null) : null,
        bankKey: randomUUID(),
        createdAt: at,
        updatedAt: at,
        liveUntil: new Date(at.getTime() + LIVE_MS),
      },
    ],
    skipDuplicates: true,
    select: SHOWN,
  });
  // The same key arrived twice at once.
  if (!payment) throw new Overtaken();
  // The lock of the bills keeps a second claim away; were it ever to fail, the database refuses.
  await tx.$executeRaw`
    INSERT INTO payment_claims (payment_id, bill_id, place, amount, live)
    SELECT ${payment.id}::uuid, c.bill_id, c.place, c.amount, true
    FROM unnest(${plan.allocations.map(({ billId }) => billId)}::uuid[], ${plan.allocations.map((part) => String(part.amount))}::bigint[])
         WITH ORDINALITY AS c (bill_id, amount, place)`;
  const after = {
    status: payment.status,
    amount: String(amount),
    capturedAmount: "0",
    refundedAmount: "0",
    method,
    bills: plan.allocations.map((part) => ({ id: part.billId, amount: String(part.amount) })),
  };
  return { result: { kind: "created", payment }, audit: [{ action: "payment.create", subject: { kind: "payment", id: payment.id }, after }] };
}

async function attempt(scope: ContractScope, request: PaymentRequest): Promise<CreateOutcome> {
  const payer = payerOf(scope);
  const digest = digestOf(payer.userId, request);
  return transact<CreateOutcome>(scope, async (tx) => {
    const bills = await lockBills(tx, scope.contractId, request.billIds);
    const repeated = await findRepeated(tx, scope, request.clientKey, digest);
    if (repeated) return { result: repeated, audit: [] };
    if (!payer.emailConfirmed) return refused({ kind: "email_unconfirmed" });
    const limit = overLimit(request.method, request.amount, { new_card: env.cardLimit, saved_card: env.cardLimit, sbp: env.sbpLimit });
    if (limit !== null) return refused({ kind: "limit", limit });
    if (request.method === "saved_card" && !(await hasCard(tx, payer.userId, request.savedCardId))) return refused({ kind: "card_missing" });
    const busy = await findBusy(tx, payer.userId, bills);
    if (busy.length > 0) return refused({ kind: "busy", bills: busy });
    const changed = bills.some(({ id, due }) => due <= 0n || (request.shownDue !== undefined && request.shownDue[id] !== due));
    if (changed || bills.length !== new Set(request.billIds).size) return refused({ kind: "changed" });
    return save(tx, scope, request, digest, planAllocation(bills, request.amount));
  });
}

/** The same key with the same content gives the same payment, however often and from wherever it comes. */
export function createPayment(scope: ContractScope, request: PaymentRequest): Promise<CreateOutcome> {
  if (request.amount <= 0n) throw new Error("a payment is of more than nothing");
  const cleaned = { ...request, purpose: cleanText(request.purpose) };
  return retried(() => attempt(scope, cleaned));
}
