import "server-only";
import { applyRefund, recordBankRefund } from "@/lib/payments/commands/apply-refund";
import { beginRefund, failRefund, markRefundUnknown } from "@/lib/payments/commands/submit-refund";
import { KEY_LIVES_MS } from "@/lib/payments/constants";
import { createBankRefund, getBankRefund, listBankRefunds } from "@/lib/payments/gateway";
import { getRefundAttempt, listDoubtfulRefunds, listKnownRefunds } from "@/lib/payments/queries/get-attempt";
import { now } from "@/lib/platform/clock";

/** Takes an approved refund to the bank, or asks again with the same key. */
export async function submitRefund(refundId: string): Promise<void> {
  const submission = await beginRefund(refundId);
  if (!submission) return;
  const { callId, key, refund, first } = submission;
  const answer = await createBankRefund(key, refund);
  if (answer.kind === "answer") return applyRefund(refundId, answer.object, callId);
  if (answer.kind === "refused" && first) return failRefund(refundId, answer.code, callId);
  await markRefundUnknown(refundId, callId, answer.kind === "refused" ? answer.code : answer.reason);
  if (answer.kind === "refused") await searchRefund(refundId, answer.code);
}

export async function refreshRefund(refundId: string): Promise<void> {
  const attempt = await getRefundAttempt(refundId);
  if (!attempt) return;
  if (attempt.bankId !== null) {
    const answer = await getBankRefund(attempt.bankId);
    return answer.kind === "answer" ? applyRefund(refundId, answer.object) : undefined;
  }
  const [firstCall] = attempt.calls;
  const forgotten = firstCall !== undefined && now().getTime() - firstCall.startedAt.getTime() > KEY_LIVES_MS;
  return forgotten ? searchRefund(refundId, "not_accepted") : submitRefund(refundId);
}

/** In the bank's own list it is the refund of the same sum that belongs to none of ours. */
async function searchRefund(refundId: string, reason: string): Promise<void> {
  const attempt = await getRefundAttempt(refundId);
  if (!attempt?.payment.bankId || (attempt.status !== "submitting" && attempt.status !== "unknown")) return;
  const answer = await listBankRefunds({ bankPaymentId: attempt.payment.bankId });
  if (answer.kind !== "answer") return;
  const known = await listKnownRefunds(attempt.payment.id);
  const found = answer.object.find(({ id, amount }) => amount === attempt.amount && !known.has(id));
  return found ? applyRefund(refundId, found) : failRefund(refundId, reason);
}

/** Every refund the bank knows of a payment; ours that are in doubt first, so that none of them is taken for the bank's own. */
export async function refreshRefundsOf(paymentId: string, bankPaymentId: string): Promise<void> {
  for (const refundId of await listDoubtfulRefunds(paymentId)) await refreshRefund(refundId);
  const answer = await listBankRefunds({ bankPaymentId });
  if (answer.kind !== "answer") return;
  const known = await listKnownRefunds(paymentId);
  for (const object of answer.object) {
    const ours = known.get(object.id);
    if (ours === undefined) await recordBankRefund(paymentId, object);
    else await applyRefund(ours, object);
  }
}
