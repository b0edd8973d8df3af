import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { type Outcome, transact } from "@/lib/db/transact";
import { endPayment } from "@/lib/payments/commands/end-payment";
import { findPayment } from "@/lib/payments/commands/find-payment";
import { movePayment } from "@/lib/payments/commands/move-payment";
import { retried } from "@/lib/payments/commands/overtaken";
import { refreshPaymentKind } from "@/lib/payments/commands/refresh-kinds";
import { staffOf } from "@/lib/payments/commands/staff-of";
import { REASON_MAX } from "@/lib/payments/constants";
import { cleanText } from "@/lib/payments/rules/clean-text";
import { canStep } from "@/lib/payments/rules/machine";
import { job } from "@/lib/platform/job-kind";

/**
 * Staff looked at a held payment and says why it may go on. `recheck`: the bank is asked again, and a mismatch that is still
 * there holds it again. `close`: it ends without money and the bills are free. `false`: it is not held any more.
 */
export function clearHold(scope: ContractScope, paymentId: string, reason: string, then: "recheck" | "close" = "recheck"): Promise<boolean> {
  staffOf(scope);
  const told = { reason: cleanText(reason).slice(0, REASON_MAX) };
  return retried(() =>
    transact<boolean>(scope, async (tx): Promise<Outcome<boolean>> => {
      const row = await findPayment(tx, paymentId);
      if (!row || row.contractId !== scope.contractId || row.heldReason === null) return { result: false, audit: [] };
      const cleared = await movePayment(tx, row, "payment.clear_hold", row.status, { heldReason: null }, told);
      const freed = { ...row, heldReason: null, version: row.version + 1 };
      if (then === "close" && canStep(row.status, "canceled")) {
        return { result: true, audit: [cleared, await endPayment(tx, freed, "canceled", { failureReason: "canceled_by_merchant" })] };
      }
      return { result: true, audit: [cleared], jobs: [job(refreshPaymentKind, { paymentId })] };
    }),
  );
}
