import "server-only";
import { applyPayment } from "@/lib/payments/commands/apply-payment";
import { beginSubmission, failPayment, markUnknown } from "@/lib/payments/commands/submit-payment";
import { createBankPayment, listBankPayments } from "@/lib/payments/gateway";
import { getAttempt } from "@/lib/payments/queries/get-attempt";
import { searchSpan } from "@/lib/payments/rules/search-span";

/** Takes a payment to the bank, or asks again with the same key. Never throws for what the bank or the way to it does. */
export async function submitPayment(paymentId: string): Promise<void> {
  const submission = await beginSubmission(paymentId);
  if (!submission) return;
  const { callId, key, order, first } = submission;
  const answer = await createBankPayment(key, order);
  if (answer.kind === "answer") return applyPayment(paymentId, answer.object, callId);
  if (answer.kind === "refused" && first) return failPayment(paymentId, answer.code, callId);
  await markUnknown(paymentId, callId, answer.kind === "refused" ? answer.code : answer.reason);
  // A refusal of the repetition says nothing about the first call, whose answer was lost.
  if (answer.kind === "refused") await searchPayment(paymentId, answer.code);
}

/** Looks for a payment in the bank's own list when its key cannot tell any more; what is not there was never accepted. */
export async function searchPayment(paymentId: string, reason: string): Promise<void> {
  const attempt = await getAttempt(paymentId);
  if (!attempt) return;
  const answer = await listBankPayments(searchSpan(attempt));
  if (answer.kind !== "answer") return;
  const found = answer.object.find(({ metadata }) => metadata.payment_id === paymentId);
  return found ? applyPayment(paymentId, found) : failPayment(paymentId, reason);
}
