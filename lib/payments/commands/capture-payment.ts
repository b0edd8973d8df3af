import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/types";
import type { Outcome } from "@/lib/db/transact";
import { releaseClaims } from "@/lib/payments/commands/end-payment";
import type { PaymentRow } from "@/lib/payments/commands/find-payment";
import { lockBills } from "@/lib/payments/commands/lock-bills";
import { movePayment, type PaymentChanges } from "@/lib/payments/commands/move-payment";
import { saveCard } from "@/lib/payments/commands/save-card";
import { paymentSucceededLetter } from "@/lib/payments/letters";
import { clipClaims } from "@/lib/payments/rules/clip-claims";
import { describeMethod } from "@/lib/payments/rules/describe-card";
import type { BankPayment } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { queueMail } from "@/lib/platform/mail/queue";

type Allocated = { billId: string; number: string; amount: bigint };

/** Planned claims in their order, as far as the bills still have room: what was shown is what happens. */
async function planSettlement(tx: Tx, row: PaymentRow): Promise<Allocated[]> {
  const claims = await tx.paymentClaim.findMany({ where: { paymentId: row.id }, orderBy: { place: "asc" }, select: { billId: true, amount: true } });
  const bills = await lockBills(tx, row.contractId, claims.map(({ billId }) => billId));
  const numbers = new Map(bills.map(({ id, number }) => [id, number]));
  const rooms = bills.map(({ id, due }) => ({ billId: id, room: due }));
  return clipClaims(claims, rooms, row.amount).map((part) => ({ ...part, number: numbers.get(part.billId) ?? "" }));
}

async function writeAllocations(tx: Tx, paymentId: string, allocated: readonly Allocated[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO payment_allocations (payment_id, bill_id, amount)
    SELECT ${paymentId}::uuid, bill_id, amount
    FROM unnest(${allocated.map(({ billId }) => billId)}::uuid[], ${allocated.map(({ amount }) => String(amount))}::bigint[]) AS a (bill_id, amount)`;
}

/** The bank owes it to the supplier, the supplier to the contract. */
async function writeLedger(tx: Tx, row: PaymentRow, kind: "capture" | "correction", at: Date): Promise<void> {
  const entry = { transactionId: randomUUID(), kind, contractId: row.contractId, paymentId: row.id, createdAt: at };
  await tx.ledgerEntry.createMany({
    data: [
      { ...entry, account: "bank", amount: row.amount },
      { ...entry, account: "contract", amount: -row.amount },
    ],
  });
}

/** The bank has taken the money. `correction`: it came after the payment had ended without it. */
export async function capturePayment(tx: Tx, row: PaymentRow, object: BankPayment, changes: PaymentChanges, kind: "capture" | "correction"): Promise<Outcome<undefined>> {
  const at = now();
  const allocated = await planSettlement(tx, row);
  const action = kind === "capture" ? "payment.capture" : "payment.correct";
  const money = { confirmationUrl: null, capturedAmount: row.amount, capturedAt: at };
  const allocations = Object.fromEntries(allocated.map(({ billId, amount }) => [billId, String(amount)]));
  const audit = await movePayment(tx, row, action, "succeeded", { ...changes, ...money }, { allocations });
  await writeAllocations(tx, row.id, allocated);
  await releaseClaims(tx, row.id);
  await writeLedger(tx, row, kind, at);
  if (row.saveCard && row.userId !== null) await saveCard(tx, row.userId, object.method);
  const prepayment = allocated.reduce((left, { amount }) => left - amount, row.amount);
  await queueMail(
    tx,
    paymentSucceededLetter({
      key: `payment.succeeded:${row.id}`,
      recipient: row.receiptEmail,
      number: row.number,
      amount: row.amount,
      contract: row.contract.number,
      appUrl: env.appUrl,
      at,
      zone: env.supplierTimeZone,
      method: describeMethod(row.method, object.method?.title ?? null),
      purpose: row.purpose,
      settled: allocated,
      prepayment,
    }),
  );
  const payload = {
    paymentId: row.id,
    number: String(row.number),
    contract: row.contract.number,
    amount: String(row.amount),
    capturedAt: at.toISOString(),
    method: row.method,
    bankId: object.id,
    purpose: row.purpose,
    kind,
    settled: allocated.map(({ number, amount }) => ({ bill: number, amount: String(amount) })),
    prepayment: String(prepayment),
  };
  return { result: undefined, audit: [audit], outbox: [{ kind: "payment.captured", contractId: row.contractId, payload }] };
}
