import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { BILLS_PER_CARD, type AdvanceKind, type BillKind } from "@/lib/bills/constants";
import type { ContractDebt, UnpaidBill } from "@/lib/bills/types";
import { db } from "@/lib/db/client";
import { today } from "@/lib/platform/clock";

type BillRow = {
  number: string;
  kind: BillKind;
  dueOn: string;
  overdue: boolean;
  due: string;
  paymentId: string | null;
  payerId: string | null;
  payer: string;
  until: string | null;
};

type Row = {
  contract_id: string;
  total: string;
  bill_count: number;
  overdue_count: number;
  bills: BillRow[];
  advances: { kind: AdvanceKind; amount: string }[];
  incoming: string;
};

/** What is to be paid on each contract, by contract id. One round trip for any number of them. */
export async function listDebts(scopes: ContractScope[]): Promise<Map<string, ContractDebt>> {
  const ids = scopes.map(({ contractId }) => contractId);
  const actor = scopes[0]?.actor;
  if (actor === undefined) return new Map();
  const date = today().toString();
  const rows = await db.$queryRaw<Row[]>`
    WITH unpaid AS (
      SELECT b.id, b.contract_id, b.number, b.kind, b.due_on, b.amount - b.settled_amount - COALESCE(
               (SELECT sum(a.amount) FROM payment_allocations a WHERE a.bill_id = b.id AND a.confirmed_at IS NULL), 0)::bigint AS due
      FROM bills b WHERE b.contract_id = ANY(${ids}::uuid[]) AND b.settled_amount < b.amount
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY contract_id ORDER BY due_on, number) AS place FROM unpaid WHERE due > 0
    ), debt AS (
      SELECT placed.contract_id, sum(due)::text AS total, count(*)::int AS bill_count,
             count(*) FILTER (WHERE due_on < ${date}::date)::int AS overdue_count,
             json_agg(json_build_object('number', placed.number, 'kind', placed.kind, 'dueOn', due_on, 'overdue', due_on < ${date}::date,
                        'due', due::text, 'paymentId', p.id, 'payerId', u.id, 'until', p.live_until,
                        'payer', concat_ws(' ', u.last_name, u.first_name))
                      ORDER BY placed.place) FILTER (WHERE placed.place <= ${BILLS_PER_CARD}) AS bills
      FROM placed
      LEFT JOIN payment_claims c ON c.bill_id = placed.id AND c.live
      LEFT JOIN payments p ON p.id = c.payment_id
      LEFT JOIN users u ON u.id = p.user_id
      GROUP BY placed.contract_id
    ), paid AS (
      SELECT contract_id, json_agg(json_build_object('kind', kind, 'amount', amount::text) ORDER BY kind) AS advances
      FROM advances WHERE contract_id = ANY(${ids}::uuid[]) AND amount <> 0 GROUP BY contract_id
    ), coming AS (
      SELECT p.contract_id, sum(p.captured_amount - p.refunded_amount - COALESCE(
               (SELECT sum(a.amount) FROM payment_allocations a WHERE a.payment_id = p.id), 0))::text AS incoming
      FROM payments p
      WHERE p.contract_id = ANY(${ids}::uuid[]) AND p.captured_amount > p.refunded_amount
        AND NOT EXISTS (SELECT FROM payment_orders o WHERE o.payment_id = p.id)
      GROUP BY p.contract_id
    )
    SELECT asked.contract_id, COALESCE(total, '0') AS total, COALESCE(bill_count, 0) AS bill_count,
           COALESCE(overdue_count, 0) AS overdue_count, COALESCE(bills, '[]') AS bills,
           COALESCE(advances, '[]') AS advances, COALESCE(incoming, '0') AS incoming
    FROM unnest(${ids}::uuid[]) AS asked(contract_id)
    LEFT JOIN debt USING (contract_id) LEFT JOIN paid USING (contract_id) LEFT JOIN coming USING (contract_id)`;
  const me = actor.kind === "client" ? actor.userId : null;
  return new Map(rows.map((row) => [row.contract_id, toDebt(row, me)]));
}

function toDebt(row: Row, me: string | null): ContractDebt {
  return {
    total: BigInt(row.total),
    billCount: row.bill_count,
    overdueCount: row.overdue_count,
    bills: row.bills.map((bill) => toBill(bill, me)),
    advances: row.advances.map(({ kind, amount }) => ({ kind, amount: BigInt(amount) })),
    incoming: BigInt(row.incoming),
  };
}

function toBill({ number, kind, dueOn, overdue, due, paymentId, payerId, payer, until }: BillRow, me: string | null): UnpaidBill {
  const live = until === null ? null : { name: payer, until: new Date(until), paymentId: me !== null && payerId === me ? paymentId : null };
  return { number, kind, dueOn, overdue, due: BigInt(due), payer: live };
}
