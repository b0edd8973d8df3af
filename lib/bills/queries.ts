import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { BILLS_PER_CARD, type AdvanceKind, type BillKind } from "@/lib/bills/constants";
import type { ContractDebt } from "@/lib/bills/types";
import { db } from "@/lib/db/client";
import { today } from "@/lib/platform/clock";

type Row = {
  contract_id: string;
  total: string;
  bill_count: number;
  overdue_count: number;
  bills: { number: string; kind: BillKind; dueOn: string; overdue: boolean; due: string }[];
  advances: { kind: AdvanceKind; amount: string }[];
};

/** What is to be paid on each contract, by contract id; contracts with nothing at all are absent. One round trip for any number of them. */
export async function listDebts(scopes: ContractScope[]): Promise<Map<string, ContractDebt>> {
  const ids = scopes.map(({ contractId }) => contractId);
  if (ids.length === 0) return new Map();
  const date = today().toString();
  const rows = await db.$queryRaw<Row[]>`
    WITH unpaid AS (
      SELECT contract_id, number, kind, due_on, due_on < ${date}::date AS overdue, amount - settled_amount AS due,
             row_number() OVER (PARTITION BY contract_id ORDER BY due_on, number) AS place
      FROM bills WHERE contract_id = ANY(${ids}::uuid[]) AND settled_amount < amount
    ), debt AS (
      SELECT contract_id, sum(due)::text AS total, count(*)::int AS bill_count,
             count(*) FILTER (WHERE overdue)::int AS overdue_count,
             json_agg(json_build_object('number', number, 'kind', kind, 'dueOn', due_on, 'overdue', overdue, 'due', due::text)
                      ORDER BY place) FILTER (WHERE place <= ${BILLS_PER_CARD}) AS bills
      FROM unpaid GROUP BY contract_id
    ), paid AS (
      SELECT contract_id, json_agg(json_build_object('kind', kind, 'amount', amount::text) ORDER BY kind) AS advances
      FROM advances WHERE contract_id = ANY(${ids}::uuid[]) AND amount <> 0 GROUP BY contract_id
    )
    SELECT COALESCE(debt.contract_id, paid.contract_id) AS contract_id, COALESCE(total, '0') AS total,
           COALESCE(bill_count, 0) AS bill_count, COALESCE(overdue_count, 0) AS overdue_count,
           COALESCE(bills, '[]') AS bills, COALESCE(advances, '[]') AS advances
    FROM debt FULL JOIN paid ON paid.contract_id = debt.contract_id`;
  return new Map(rows.map((row) => [row.contract_id, toDebt(row)]));
}

function toDebt(row: Row): ContractDebt {
  return {
    total: BigInt(row.total),
    billCount: row.bill_count,
    overdueCount: row.overdue_count,
    bills: row.bills.map((bill) => ({ ...bill, due: BigInt(bill.due) })),
    advances: row.advances.map(({ kind, amount }) => ({ kind, amount: BigInt(amount) })),
  };
}
