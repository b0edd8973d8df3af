import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import { findRefund } from "@/lib/payments/commands/find-refund";
import { moveRefund } from "@/lib/payments/commands/move-refund";
import { retried } from "@/lib/payments/commands/overtaken";
import { staffOf } from "@/lib/payments/commands/staff-of";
import { REASON_MAX } from "@/lib/payments/constants";
import { cleanText } from "@/lib/payments/rules/clean-text";
import type { ApprovalOutcome } from "@/lib/payments/types";

/** A requested refund is not made: by whoever asked for it or by the second person. */
export function declineRefund(scope: ContractScope, refundId: string, reason: string): Promise<ApprovalOutcome> {
  staffOf(scope);
  return retried(() =>
    transact<ApprovalOutcome>(scope, async (tx) => {
      const row = await findRefund(tx, refundId);
      if (!row || row.payment.contractId !== scope.contractId) return { result: { kind: "missing" }, audit: [] };
      if (row.status !== "requested") return { result: { kind: "done", status: row.status }, audit: [] };
      const told = { reason: cleanText(reason).slice(0, REASON_MAX) };
      const declined = await moveRefund(tx, row, "refund.decline", "canceled", { failureReason: "declined_by_staff" }, told);
      return { result: { kind: "done", status: "canceled" }, audit: [declined] };
    }),
  );
}
