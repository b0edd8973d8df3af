import "server-only";
import type { AuditEntry } from "@/lib/audit/writer";
import type { Tx } from "@/lib/db/types";
import type { PaymentRow } from "@/lib/payments/commands/find-payment";
import { movePayment, type PaymentChanges } from "@/lib/payments/commands/move-payment";
import { paymentFailedLetter } from "@/lib/payments/letters";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import { queueMail } from "@/lib/platform/mail/queue";
import { env } from "@/lib/platform/env";

const ACTIONS = { canceled: "payment.cancel", expired: "payment.expire", failed: "payment.fail" } as const;

/** Ends without money: the bills are free again and the payer is told. */
export async function endPayment(tx: Tx, row: PaymentRow, to: keyof typeof ACTIONS, changes: PaymentChanges): Promise<AuditEntry> {
  const audit = await movePayment(tx, row, ACTIONS[to], to, { ...changes, confirmationUrl: null });
  await releaseClaims(tx, row.id);
  await queueMail(
    tx,
    paymentFailedLetter({
      key: `payment.failed:${row.id}`,
      recipient: row.receiptEmail,
      number: row.number,
      amount: row.amount,
      contract: row.contract.number,
      reason: describeDecline(to === "expired" ? "expired_on_confirmation" : (changes.failureReason ?? null)),
      appUrl: env.appUrl,
    }),
  );
  return audit;
}

export async function releaseClaims(tx: Tx, paymentId: string): Promise<void> {
  await tx.paymentClaim.updateMany({ where: { paymentId, live: true }, data: { live: false } });
}
