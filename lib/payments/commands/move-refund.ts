import "server-only";
import type { AuditEntry } from "@/lib/audit/writer";
import type { Tx } from "@/lib/db/types";
import type { RefundRow } from "@/lib/payments/commands/find-refund";
import { Overtaken } from "@/lib/payments/commands/overtaken";
import type { RefundStatus } from "@/lib/payments/constants";
import { now } from "@/lib/platform/clock";

export type RefundChanges = { bankKey?: string; bankId?: string; failureReason?: string; approvedByUserId?: string };

/** Only the row that was read is changed, as with a payment. */
export async function moveRefund(
  tx: Tx,
  row: Pick<RefundRow, "id" | "status" | "version" | "payment">,
  action: string,
  to: RefundStatus,
  changes: RefundChanges = {},
  told: { reason?: string } = {},
): Promise<AuditEntry> {
  const { count } = await tx.refund.updateMany({
    where: { id: row.id, status: row.status, version: row.version },
    data: { ...changes, status: to, version: { increment: 1 }, updatedAt: now() },
  });
  if (count !== 1) throw new Overtaken();
  const { bankId, failureReason } = changes;
  return {
    action,
    subject: { kind: "refund", id: row.id },
    contractId: row.payment.contractId,
    before: { status: row.status },
    after: { status: to, ...(bankId !== undefined && { bankId }), ...(failureReason !== undefined && { failureReason }), ...told },
  };
}
