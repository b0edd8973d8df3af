import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { type Outcome, transact } from "@/lib/db/transact";
import { findRefund } from "@/lib/payments/commands/find-refund";
import { moveRefund } from "@/lib/payments/commands/move-refund";
import { retried } from "@/lib/payments/commands/overtaken";
import { staffOf } from "@/lib/payments/commands/staff-of";
import type { ApprovalOutcome } from "@/lib/payments/types";

const MISSING: Outcome<ApprovalOutcome> = { result: { kind: "missing" }, audit: [] };

/** The consent of a second person; whoever asked for the money cannot give it. Repeated, it answers as the first time. */
export function consentToRefund(scope: ContractScope, refundId: string): Promise<ApprovalOutcome> {
  const { userId } = staffOf(scope);
  return retried(() =>
    transact<ApprovalOutcome>(scope, async (tx) => {
      const row = await findRefund(tx, refundId);
      if (!row || row.payment.contractId !== scope.contractId) return MISSING;
      if (row.requestedByUserId === userId) return { result: { kind: "same_person" }, audit: [] };
      if (row.status !== "requested") return { result: { kind: "done", status: row.status }, audit: [] };
      const approved = await moveRefund(tx, row, "refund.approve", "approved", { approvedByUserId: userId });
      return { result: { kind: "done", status: "approved" }, audit: [approved] };
    }),
  );
}
