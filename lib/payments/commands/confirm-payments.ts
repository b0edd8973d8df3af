import "server-only";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";

/** Billing knows these payments and settles them itself from here on: what they settled provisionally counts no more. */
export async function confirmPayments(tx: Tx, paymentIds: readonly string[]): Promise<number> {
  const { count } = await tx.paymentAllocation.updateMany({
    where: { paymentId: { in: [...paymentIds] }, confirmedAt: null },
    data: { confirmedAt: now() },
  });
  return count;
}
