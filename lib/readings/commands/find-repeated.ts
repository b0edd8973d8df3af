import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/types";
import type { SubmissionInput, SubmitOutcome } from "@/lib/readings/types";

/** What a key already gave: the same content gets the same receipt, also after the period closed. */
export async function findRepeated(tx: Tx, scope: ContractScope, input: SubmissionInput, digest: string): Promise<SubmitOutcome | null> {
  const earlier = await tx.submission.findUnique({
    where: { contractId_clientKey: { contractId: scope.contractId, clientKey: input.clientKey } },
    select: { number: true, digest: true, createdAt: true, _count: { select: { readings: true } } },
  });
  if (!earlier) return null;
  if (earlier.digest !== digest) return { kind: "reused_key" };
  const saved = earlier._count.readings;
  const unchanged = input.entries.filter(({ text }) => text.trim() !== "").length - saved;
  return { kind: "saved", receipt: { number: earlier.number.toString(), at: earlier.createdAt, saved, unchanged } };
}
