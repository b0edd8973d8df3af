import "server-only";
import { randomUUID } from "node:crypto";
import type { ContractScope } from "@/lib/auth/actor";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { moveRefund } from "@/lib/payments/commands/move-refund";
import { staffOf } from "@/lib/payments/commands/staff-of";
import { REASON_MAX } from "@/lib/payments/constants";
import { cleanText } from "@/lib/payments/rules/clean-text";
import type { RefundOutcome, RefundRequest } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

type Money = { captured: string; reserved: string };

/** Refunds of one payment come one after another; requested ones reserve their money until they end. */
async function lockPayment(tx: Tx, scope: ContractScope, paymentId: string): Promise<bigint | null> {
  const locked = await tx.$executeRaw`
    SELECT FROM payments WHERE id = ${paymentId}::uuid AND contract_id = ${scope.contractId}::uuid AND captured_amount > 0 FOR NO KEY UPDATE`;
  if (locked === 0) return null;
  const [row] = await tx.$queryRaw<Money[]>`
    SELECT p.captured_amount::text AS captured,
           COALESCE(sum(r.amount) FILTER (WHERE r.status NOT IN ('canceled', 'failed')), 0)::text AS reserved
    FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id WHERE p.id = ${paymentId}::uuid GROUP BY p.id`;
  return row ? BigInt(row.captured) - BigInt(row.reserved) : null;
}

async function findRepeated(tx: Tx, { clientKey, paymentId, amount, reason }: RefundRequest): Promise<RefundOutcome | null> {
  const earlier = await tx.refund.findUnique({ where: { clientKey }, select: { id: true, status: true, paymentId: true, amount: true, reason: true } });
  if (!earlier) return null;
  const same = earlier.paymentId === paymentId && earlier.amount === amount && earlier.reason === reason;
  return same ? { kind: "accepted", refundId: earlier.id, status: earlier.status } : { kind: "reused_key" };
}

async function save(tx: Tx, scope: ContractScope, request: RefundRequest): Promise<Outcome<RefundOutcome>> {
  const at = now();
  const { id, version } = await tx.refund.create({
    data: { ...request, status: "requested", bankKey: randomUUID(), requestedByUserId: staffOf(scope).userId, createdAt: at, updatedAt: at },
    select: { id: true, version: true },
  });
  const after = { status: "requested", amount: String(request.amount), paymentId: request.paymentId, reason: request.reason };
  const requested = { action: "refund.request", subject: { kind: "refund", id }, after };
  if (request.amount >= env.refundSecondPersonFrom) return { result: { kind: "accepted", refundId: id, status: "requested" }, audit: [requested] };
  const row = { id, version, status: "requested" as const, payment: { contractId: scope.contractId, bankId: null } };
  return { result: { kind: "accepted", refundId: id, status: "approved" }, audit: [requested, await moveRefund(tx, row, "refund.approve", "approved")] };
}

/** Up to the limit it is approved at once; from the limit on it waits for a second person. */
export function requestRefund(scope: ContractScope, given: RefundRequest): Promise<RefundOutcome> {
  if (given.amount <= 0n) throw new Error("a refund is of more than nothing");
  const request = { ...given, reason: cleanText(given.reason).slice(0, REASON_MAX) };
  return transact<RefundOutcome>(scope, async (tx) => {
    const available = await lockPayment(tx, scope, request.paymentId);
    if (available === null) return { result: { kind: "missing" }, audit: [] };
    const repeated = await findRepeated(tx, request);
    if (repeated) return { result: repeated, audit: [] };
    if (request.amount > available) return { result: { kind: "too_much", available }, audit: [] };
    return save(tx, scope, request);
  });
}
