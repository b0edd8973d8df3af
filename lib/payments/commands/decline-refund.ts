import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { ApprovalOutcome } from "@/lib/payments/types";

/** A requested refund is not made: by whoever asked for it or by the second person. */
export function declineRefund(_scope: ContractScope, _refundId: string, _reason: string): Promise<ApprovalOutcome> {
  throw new Error("not written yet");
}
