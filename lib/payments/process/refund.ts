import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { ApprovalOutcome, RefundOutcome, RefundRequest } from "@/lib/payments/types";

/** Staff asks money back for the payer; up to the limit it goes to the bank at once. Scope: resolveStaffContract. */
export function startRefund(_scope: ContractScope, _request: RefundRequest): Promise<RefundOutcome> {
  throw new Error("not written yet");
}

/** The second person agrees; the refund goes to the bank. */
export function approveRefund(_scope: ContractScope, _refundId: string): Promise<ApprovalOutcome> {
  throw new Error("not written yet");
}
