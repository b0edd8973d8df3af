import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { consentToRefund } from "@/lib/payments/commands/approve-refund";
import { requestRefund } from "@/lib/payments/commands/request-refund";
import { submitRefund } from "@/lib/payments/process/refresh-refund";
import { getRefundAttempt } from "@/lib/payments/queries/get-attempt";
import type { ApprovalOutcome, RefundOutcome, RefundRequest } from "@/lib/payments/types";

/** Staff asks money back for the payer; up to the limit it goes to the bank at once. Scope: resolveStaffContract. */
export async function startRefund(scope: ContractScope, request: RefundRequest): Promise<RefundOutcome> {
  const outcome = await requestRefund(scope, request);
  if (outcome.kind !== "accepted" || outcome.status !== "approved") return outcome;
  await submitRefund(outcome.refundId);
  return { ...outcome, status: (await getRefundAttempt(outcome.refundId))?.status ?? outcome.status };
}

/** The second person agrees; the refund goes to the bank. */
export async function approveRefund(scope: ContractScope, refundId: string): Promise<ApprovalOutcome> {
  const outcome = await consentToRefund(scope, refundId);
  if (outcome.kind !== "done" || outcome.status !== "approved") return outcome;
  await submitRefund(refundId);
  return { kind: "done", status: (await getRefundAttempt(refundId))?.status ?? outcome.status };
}
