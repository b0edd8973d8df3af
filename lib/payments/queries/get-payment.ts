import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { PaymentResult, SettledBill } from "@/lib/payments/types";

const BILL = { select: { number: true, kind: true } } as const;

/** The person's own payment on one of these contracts; null for any other. */
export async function getPayment(scopes: ContractScope[], id: string): Promise<PaymentResult | null> {
  const actor = scopes[0]?.actor;
  if (actor?.kind !== "client") return null;
  const found = await db.payment.findFirst({
    where: { id, userId: actor.userId, contractId: { in: scopes.map(({ contractId }) => contractId) } },
    select: {
      id: true,
      number: true,
      status: true,
      method: true,
      methodTitle: true,
      amount: true,
      refundedAmount: true,
      purpose: true,
      receiptEmail: true,
      failureReason: true,
      heldReason: true,
      createdAt: true,
      capturedAt: true,
      liveUntil: true,
      confirmationUrl: true,
      contract: { select: { number: true } },
      claims: { orderBy: { place: "asc" }, select: { amount: true, bill: BILL } },
      allocations: { orderBy: [{ bill: { dueOn: "asc" } }, { bill: { number: "asc" } }], select: { amount: true, bill: BILL } },
    },
  });
  if (found === null) return null;
  const { refundedAmount, heldReason, contract, claims, allocations, ...payment } = found;
  return {
    ...payment,
    refunded: refundedAmount,
    held: heldReason !== null,
    contract: contract.number,
    planned: claims.map(toSettled),
    settled: allocations.map(toSettled),
  };
}

function toSettled({ amount, bill }: { amount: bigint; bill: Pick<SettledBill, "number" | "kind"> }): SettledBill {
  return { ...bill, amount };
}
