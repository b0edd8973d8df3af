import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";

type CallOf = Pick<Prisma.BankCallUncheckedCreateInput, "operation" | "paymentId" | "refundId" | "cardLinkId">;

/** Stored before the bank is called: a call without an outcome is one of which nobody knows. */
export async function openCall(tx: Tx, of: CallOf): Promise<string> {
  const { id } = await tx.bankCall.create({ data: { ...of, startedAt: now() }, select: { id: true } });
  return id;
}

export async function closeCall(tx: Tx, callId: string | null, outcome: string): Promise<void> {
  if (callId === null) return;
  await tx.bankCall.updateMany({ where: { id: callId, finishedAt: null }, data: { finishedAt: now(), outcome } });
}
