import "server-only";
import type { Tx } from "@/lib/db/types";
import type { BusyBill } from "@/lib/payments/types";

/** Which of these bills are being paid now, by whom and until when. */
export async function findBusy(tx: Tx, userId: string, bills: readonly { id: string }[]): Promise<BusyBill[]> {
  const claims = await tx.paymentClaim.findMany({
    where: { billId: { in: bills.map(({ id }) => id) }, live: true },
    select: {
      bill: { select: { number: true, dueOn: true } },
      payment: { select: { id: true, userId: true, liveUntil: true, user: { select: { lastName: true, firstName: true } } } },
    },
    orderBy: [{ bill: { dueOn: "asc" } }, { bill: { number: "asc" } }],
  });
  return claims.map(({ bill, payment }) => ({
    number: bill.number,
    by: payment.user ? `${payment.user.lastName} ${payment.user.firstName}` : "другой пользователь",
    until: payment.liveUntil,
    own: payment.userId === userId,
    paymentId: payment.userId === userId ? payment.id : null,
  }));
}
