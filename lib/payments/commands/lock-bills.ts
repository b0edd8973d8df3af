import "server-only";
import type { Tx } from "@/lib/db/types";

export type LockedBill = { id: string; number: string; dueOn: string; due: bigint };

type Row = { id: string; number: string; due_on: string; due: string };

/**
 * Payers of the same bills come one after another, in the order in which billing writes them. What is due is read only
 * under the lock: less what billing settled and what captured payments settle provisionally.
 */
export async function lockBills(tx: Tx, contractId: string, billIds: readonly string[]): Promise<LockedBill[]> {
  if (billIds.length === 0) return [];
  await tx.$executeRaw`
    SELECT FROM bills WHERE id = ANY(${billIds}::uuid[]) AND contract_id = ${contractId}::uuid ORDER BY number FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.id, b.number, b.due_on::text,
           LEAST(b.amount - b.settled_amount - COALESCE(sum(a.amount) FILTER (WHERE a.confirmed_at IS NULL), 0),
                 b.amount - COALESCE(sum(a.amount), 0))::text AS due
    FROM bills b LEFT JOIN payment_allocations a ON a.bill_id = b.id
    WHERE b.id = ANY(${billIds}::uuid[]) AND b.contract_id = ${contractId}::uuid
    GROUP BY b.id`;
  return rows.map(({ id, number, due_on, due }) => ({ id, number, dueOn: due_on, due: BigInt(due) }));
}
