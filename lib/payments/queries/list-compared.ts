import "server-only";
import { db } from "@/lib/db/client";
import type { PaymentStatus } from "@/lib/payments/constants";
import type { OurPayment } from "@/lib/payments/rules/find-differences";

type Asked = { from: Date; to: Date; bankIds: readonly string[]; ids: readonly string[] };

type Row = {
  id: string;
  number: string;
  bank_id: string | null;
  status: PaymentStatus;
  amount: string;
  held: boolean;
  refunds: { bankId: string | null; amount: string; succeeded: boolean }[];
};

/** Our payments that the bank's list names, and those begun in this span, with their refunds; any number of them. */
export async function listCompared({ from, to, bankIds, ids }: Asked): Promise<OurPayment[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.number::text, p.bank_id, p.status::text, p.amount::text, p.held_reason IS NOT NULL AS held,
           COALESCE((SELECT json_agg(json_build_object('bankId', r.bank_id, 'amount', r.amount::text, 'succeeded', r.status = 'succeeded'))
                     FROM refunds r WHERE r.payment_id = p.id), '[]') AS refunds
    FROM payments p
    WHERE p.bank_id = ANY(${bankIds}::text[]) OR p.id = ANY(${ids}::uuid[]) OR (p.created_at >= ${from} AND p.created_at < ${to})`;
  return rows.map(({ bank_id, amount, refunds, ...payment }) => ({
    ...payment,
    bankId: bank_id,
    amount: BigInt(amount),
    refunds: refunds.map((refund) => ({ ...refund, amount: BigInt(refund.amount) })),
  }));
}

/** Cards being added, by the bank's ids of their holds. */
export async function listHolds(bankIds: readonly string[]): Promise<string[]> {
  const rows = await db.cardLink.findMany({ where: { bankId: { in: [...bankIds] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
