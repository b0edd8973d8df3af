import "server-only";
import { db } from "@/lib/db/client";
import type { Reconciliation } from "@/lib/payments/types";

/** The last comparison of a day (ISO date) with the bank's list; null: none was made. */
export async function getReconciliation(day: string): Promise<Reconciliation | null> {
  const event = await db.auditEvent.findFirst({
    where: { subjectKind: "reconciliation", subjectId: day, action: "payments.reconcile" },
    orderBy: { id: "desc" },
    select: { after: true },
  });
  // Written by storeReconciliation alone.
  return event ? (event.after as Reconciliation) : null;
}
