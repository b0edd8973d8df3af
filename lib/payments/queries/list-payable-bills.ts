import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { BillKind } from "@/lib/bills/constants";
import { db } from "@/lib/db/client";
import type { PayableLine } from "@/lib/payments/types";
import { today } from "@/lib/platform/clock";

type Row = {
  id: string;
  number: string;
  kind: BillKind;
  due_on: string;
  overdue: boolean;
  due: bigint;
  payment_id: string | null;
  payer_id: string | null;
  payer: string;
  live_until: Date | null;
};

/** Every unpaid bill of a contract by due date, with who is paying it now. */
export async function listPayableBills(scope: ContractScope): Promise<PayableLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT b.id, b.number, b.kind::text, b.due_on::text, b.due_on < ${today().toString()}::date AS overdue,
             b.amount - b.settled_amount - COALESCE(
               (SELECT sum(a.amount) FROM payment_allocations a WHERE a.bill_id = b.id AND a.confirmed_at IS NULL), 0)::bigint AS due,
             p.id AS payment_id, p.user_id AS payer_id, p.live_until, concat_ws(' ', u.last_name, u.first_name) AS payer
      FROM bills b
      LEFT JOIN payment_claims c ON c.bill_id = b.id AND c.live
      LEFT JOIN payments p ON p.id = c.payment_id
      LEFT JOIN users u ON u.id = p.user_id
      WHERE b.contract_id = ${scope.contractId}::uuid AND b.settled_amount < b.amount
    ) unpaid WHERE due > 0 ORDER BY due_on, number`;
  const me = scope.actor.kind === "client" ? scope.actor.userId : null;
  return rows.map(({ id, number, kind, due_on, overdue, due, payment_id, payer_id, payer, live_until }) => {
    const live = live_until === null ? null : { name: payer, until: live_until, paymentId: me !== null && payer_id === me ? payment_id : null };
    return { id, number, kind, dueOn: due_on, overdue, due, payer: live };
  });
}
