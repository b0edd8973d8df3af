import "server-only";
import { db } from "@/lib/db/client";
import type { OurPayment } from "@/lib/payments/rules/find-differences";

type Asked = { from: Date; to: Date; bankIds: readonly string[]; ids: readonly string[] };

/** Our payments that the bank's list names, and those begun in this span; the bank's ids of refunds with them. */
export async function listCompared({ from, to, bankIds, ids }: Asked): Promise<OurPayment[]> {
  const rows = await db.payment.findMany({
    where: { OR: [{ bankId: { in: [...bankIds] } }, { id: { in: [...ids] } }, { createdAt: { gte: from, lt: to } }] },
    select: {
      id: true,
      number: true,
      bankId: true,
      status: true,
      amount: true,
      heldReason: true,
      refunds: { select: { bankId: true, amount: true, status: true } },
    },
  });
  return rows.map(({ number, heldReason, refunds, ...payment }) => ({
    ...payment,
    number: String(number),
    held: heldReason !== null,
    refunds: refunds.map(({ bankId, amount, status }) => ({ bankId, amount, succeeded: status === "succeeded" })),
  }));
}

/** Cards being added whose hold is not known to be cancelled, of those the bank names. */
export async function listOpenHolds(bankIds: readonly string[]): Promise<string[]> {
  const rows = await db.cardLink.findMany({ where: { bankId: { in: [...bankIds] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
