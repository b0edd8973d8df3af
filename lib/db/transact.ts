import "server-only";
import { writeAudit, type AuditEntry } from "@/lib/audit/writer";
import type { Actor, ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/types";
import { writeOutbox, type OutboxEntry } from "@/lib/outbox/writer";
import { enqueueAll, type JobEntry } from "@/lib/platform/jobs";

/** Longest a transaction may wait for a connection and run, ms. A 20,000-row file commits well within it. */
const MAX_WAIT = 10_000;
const TIMEOUT = 60_000;

export type Outcome<T> = {
  result: T;
  /** What changed. Empty only when nothing did. */
  audit: readonly AuditEntry[];
  outbox?: readonly OutboxEntry[];
  jobs?: readonly JobEntry[];
};

/**
 * The only way to write: the work, its audit rows, its outbox rows and its jobs commit together or not at all.
 * Nothing outside the database may be called inside.
 */
export async function transact<T>(by: Actor | ContractScope, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  const actor = "actor" in by ? by.actor : by;
  const contractId = "actor" in by ? by.contractId : null;
  return db.$transaction(
    async (tx) => {
      const outcome = await work(tx);
      await writeAudit(tx, actor, contractId, outcome.audit);
      await writeOutbox(tx, contractId, outcome.outbox ?? []);
      await enqueueAll(tx, outcome.jobs ?? []);
      return outcome.result;
    },
    { maxWait: MAX_WAIT, timeout: TIMEOUT },
  );
}
