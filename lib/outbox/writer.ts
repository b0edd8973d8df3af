import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";

export type OutboxEntry = {
  /** `subject.happened`, e.g. `readings.submitted`. */
  kind: string;
  contractId?: string;
  payload: Prisma.InputJsonValue;
};

/** Called by `transact` alone. A lock per contract makes ids ascend in the order of commits, so a cursor skips nothing. */
export async function writeOutbox(tx: Tx, contractId: string | null, entries: readonly OutboxEntry[]): Promise<void> {
  const createdAt = now();
  for (const entry of entries) {
    const contract = entry.contractId ?? contractId;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`outbox:${contract ?? ""}`}, 0))`;
    await tx.outboxEvent.create({
      data: { kind: entry.kind, contractId: contract, payload: entry.payload, createdAt },
    });
  }
}
