import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";

export type AuditEntry = {
  /** `subject.verb`, e.g. `readings.submit`. */
  action: string;
  subject: { kind: string; id: string };
  contractId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** Called by `transact` alone, so that no write goes without its row. */
export async function writeAudit(tx: Tx, actor: Actor, contractId: string | null, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const at = now();
  await tx.auditEvent.createMany({
    data: entries.map((entry) => ({
      at,
      actorKind: actor.kind,
      actorId: actor.kind === "client" || actor.kind === "staff" ? actor.userId : actor.name,
      requestId: actor.requestId,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      contractId: entry.contractId ?? contractId,
      ...(entry.before === undefined ? {} : { before: entry.before }),
      ...(entry.after === undefined ? {} : { after: entry.after }),
    })),
  });
}
