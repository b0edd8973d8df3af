import "server-only";
import type { AuditEntry } from "@/lib/audit/writer";
import type { Tx } from "@/lib/db/types";
import type { PaymentRow } from "@/lib/payments/commands/find-payment";
import { Overtaken } from "@/lib/payments/commands/overtaken";
import type { PaymentStatus } from "@/lib/payments/constants";
import { now } from "@/lib/platform/clock";

/** What a transition may set beside the status. */
export type PaymentChanges = {
  bankId?: string;
  confirmationUrl?: string | null;
  methodTitle?: string;
  failureReason?: string;
  heldReason?: string | null;
  capturedAmount?: bigint;
  refundedAmount?: bigint;
  capturedAt?: Date;
};

type Told = { allocations?: Record<string, string>; reason?: string };

const AUDITED = ["bankId", "failureReason", "heldReason", "capturedAmount", "refundedAmount"] as const;

const text = (value: bigint | string | null | undefined) => (typeof value === "bigint" ? String(value) : value);

/** Only the row that was read is changed: whoever was faster wins, and this transaction decides again. */
export async function movePayment(
  tx: Tx,
  row: Pick<PaymentRow, "id" | "contractId" | "status" | "version">,
  action: string,
  to: PaymentStatus,
  changes: PaymentChanges = {},
  told: Told = {},
): Promise<AuditEntry> {
  const { count } = await tx.payment.updateMany({
    where: { id: row.id, status: row.status, version: row.version },
    data: { ...changes, status: to, version: { increment: 1 }, updatedAt: now() },
  });
  if (count !== 1) throw new Overtaken();
  const written = AUDITED.flatMap((name) => (changes[name] === undefined ? [] : [[name, text(changes[name])] as const]));
  return {
    action,
    subject: { kind: "payment", id: row.id },
    contractId: row.contractId,
    before: { status: row.status },
    after: { status: to, ...Object.fromEntries(written), ...told },
  };
}
