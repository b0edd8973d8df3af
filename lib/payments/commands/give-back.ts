import "server-only";
import { randomUUID } from "node:crypto";
import type { Outcome } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import type { PaymentRow } from "@/lib/payments/commands/find-payment";
import { movePayment } from "@/lib/payments/commands/move-payment";
import { paymentRefundedLetter } from "@/lib/payments/letters";
import { shrinkAllocations } from "@/lib/payments/rules/clip-claims";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { queueMail } from "@/lib/platform/mail/queue";

type GivenBack = { id: string; amount: bigint; reason: string; bankId: string };

/** Settlement shrinks with the money: prepayment goes first, then the bill that was planned last. */
async function shrink(tx: Tx, paymentId: string, kept: bigint): Promise<Record<string, string>> {
  const rows = await tx.paymentAllocation.findMany({ where: { paymentId }, select: { billId: true, amount: true } });
  const claims = await tx.paymentClaim.findMany({ where: { paymentId }, select: { billId: true, place: true } });
  const place = new Map(claims.map((claim) => [claim.billId, claim.place]));
  const inOrder = rows.toSorted((a, b) => (place.get(a.billId) ?? 0) - (place.get(b.billId) ?? 0));
  const left = new Map(shrinkAllocations(inOrder, kept).map(({ billId, amount }) => [billId, amount]));
  for (const { billId, amount } of inOrder) {
    const rest = left.get(billId);
    const where = { paymentId_billId: { paymentId, billId } };
    if (rest === undefined) await tx.paymentAllocation.delete({ where });
    else if (rest !== amount) await tx.paymentAllocation.update({ where, data: { amount: rest } });
  }
  return Object.fromEntries([...left].map(([billId, amount]) => [billId, String(amount)]));
}

/** The bank has given money back: the payment, its settlement and the ledger follow, the payer and billing are told. */
export async function giveBack(tx: Tx, payment: PaymentRow, refund: GivenBack): Promise<Outcome<undefined>> {
  const at = now();
  const refundedAmount = payment.refundedAmount + refund.amount;
  const allocations = await shrink(tx, payment.id, payment.capturedAmount - refundedAmount);
  const audit = await movePayment(tx, payment, "payment.refund", payment.status, { refundedAmount }, { allocations });
  const entry = { transactionId: randomUUID(), kind: "refund" as const, contractId: payment.contractId, paymentId: payment.id, refundId: refund.id, createdAt: at };
  await tx.ledgerEntry.createMany({
    data: [
      { ...entry, account: "bank", amount: -refund.amount },
      { ...entry, account: "contract", amount: refund.amount },
    ],
  });
  await queueMail(
    tx,
    paymentRefundedLetter({
      key: `payment.refunded:${refund.id}`,
      recipient: payment.receiptEmail,
      number: payment.number,
      amount: payment.amount,
      contract: payment.contract.number,
      refunded: refund.amount,
      reason: refund.reason,
      appUrl: env.appUrl,
    }),
  );
  const payload = {
    paymentId: payment.id,
    number: String(payment.number),
    contract: payment.contract.number,
    refundId: refund.id,
    amount: String(refund.amount),
    refundedAt: at.toISOString(),
    bankId: refund.bankId,
  };
  return { result: undefined, audit: [audit], outbox: [{ kind: "payment.refunded", contractId: payment.contractId, payload }] };
}
