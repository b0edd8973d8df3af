import "server-only";
import { systemActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import type { Reconciliation } from "@/lib/payments/types";

const ACTOR = systemActor("job", "payments.reconcile");

/** Kept among the events: what was compared, when, and what did not agree. */
export function storeReconciliation(day: string, reconciliation: Reconciliation): Promise<void> {
  return transact<undefined>(ACTOR, () =>
    Promise.resolve({ result: undefined, audit: [{ action: "payments.reconcile", subject: { kind: "reconciliation", id: day }, after: reconciliation }] }),
  );
}
