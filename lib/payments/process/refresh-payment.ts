import "server-only";
import { applyPayment } from "@/lib/payments/commands/apply-payment";
import { failPayment } from "@/lib/payments/commands/submit-payment";
import { getBankPayment } from "@/lib/payments/gateway";
import { refreshRefundsOf } from "@/lib/payments/process/refresh-refund";
import { searchPayment, submitPayment } from "@/lib/payments/process/submit-payment";
import { getAttempt } from "@/lib/payments/queries/get-attempt";
import { now } from "@/lib/platform/clock";

/**
 * Asks the bank what became of the payment and stores it; the return page, notifications and the sweep call it. Never throws
 * when the bank is away.
 */
export async function refreshPayment(paymentId: string): Promise<void> {
  const attempt = await getAttempt(paymentId);
  if (!attempt || attempt.heldReason !== null) return;
  if (attempt.bankId !== null) return refreshKnown(paymentId, attempt.bankId, attempt.capturedAmount > 0n);
  if (attempt.status !== "created" && attempt.status !== "submitting" && attempt.status !== "unknown") return;
  if (now() < attempt.liveUntil) return submitPayment(paymentId);
  // Nobody waits for it any more, so the bank is not asked to begin it.
  return attempt.status === "created" ? failPayment(paymentId, "not_submitted") : searchPayment(paymentId, "not_accepted");
}

async function refreshKnown(paymentId: string, bankId: string, captured: boolean): Promise<void> {
  const answer = await getBankPayment(bankId);
  if (answer.kind !== "answer") return;
  await applyPayment(paymentId, answer.object);
  if (captured || answer.object.refunded > 0n) await refreshRefundsOf(paymentId, bankId);
}
