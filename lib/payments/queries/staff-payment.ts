import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { listStaffEvents } from "@/lib/payments/queries/staff-events";
import type { StaffPayment } from "@/lib/payments/types";

const NAME = { select: { lastName: true, firstName: true } } as const;
const BILL = { select: { number: true, kind: true } } as const;
const CALL = { id: true, operation: true, startedAt: true, finishedAt: true, outcome: true } as const;

const PAYMENT = {
  id: true,
  number: true,
  createdAt: true,
  status: true,
  amount: true,
  capturedAmount: true,
  refundedAmount: true,
  method: true,
  methodTitle: true,
  purpose: true,
  receiptEmail: true,
  bankId: true,
  failureReason: true,
  heldReason: true,
  capturedAt: true,
  contract: { select: { number: true, clientName: true } },
  user: NAME,
  claims: { orderBy: { place: "asc" }, select: { amount: true, bill: BILL } },
  allocations: { orderBy: { bill: { dueOn: "asc" } }, select: { amount: true, confirmedAt: true, bill: BILL } },
  calls: { select: CALL },
  notifications: { orderBy: { id: "asc" }, select: { id: true, receivedAt: true, event: true, objectId: true } },
  refunds: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      status: true,
      amount: true,
      reason: true,
      failureReason: true,
      createdAt: true,
      requestedByUserId: true,
      requestedBy: NAME,
      approvedBy: NAME,
      calls: { select: CALL },
    },
  },
} as const satisfies Prisma.PaymentSelect;

type Row = Prisma.PaymentGetPayload<{ select: typeof PAYMENT }>;

/** All that is known of one payment. The actor is the proof that staff is asking. */
export async function getStaffPayment(actor: StaffActor, number: bigint): Promise<StaffPayment | null> {
  const row = await db.payment.findUnique({ where: { number }, select: PAYMENT });
  if (row === null) return null;
  const { contract, user, capturedAmount, refundedAmount, claims, allocations, notifications, refunds, calls, ...payment } = row;
  const reserved = refunds.filter(({ status }) => status !== "canceled" && status !== "failed");
  return {
    ...payment,
    number: String(payment.number),
    contract: contract.number,
    clientName: contract.clientName,
    payer: nameOf(user),
    captured: capturedAmount,
    refunded: refundedAmount,
    refundable: reserved.reduce((left, { amount }) => left - amount, capturedAmount),
    bills: billsOf({ claims, allocations }),
    refunds: refunds.map(({ calls: _, requestedBy, approvedBy, ...refund }) => ({
      ...refund,
      number: String(refund.number),
      requestedBy: nameOf(requestedBy),
      approvedBy: nameOf(approvedBy),
    })),
    calls: callsOf({ calls, refunds }),
    notifications: notifications.map(({ id, receivedAt, ...told }) => ({ ...told, id: String(id), at: receivedAt })),
    events: await listStaffEvents(actor, payment.id, refunds.map(({ id }) => id)),
  };
}

function nameOf(user: { lastName: string; firstName: string } | null): string | null {
  return user && `${user.lastName} ${user.firstName}`;
}

/** What was planned and what came of it, bill by bill. */
function billsOf({ claims, allocations }: Pick<Row, "claims" | "allocations">): StaffPayment["bills"] {
  const settled = new Map(allocations.map((allocation) => [allocation.bill.number, allocation]));
  const planned = claims.map(({ bill, amount }) => {
    const allocation = settled.get(bill.number);
    return { ...bill, planned: amount, settled: allocation?.amount ?? null, confirmedAt: allocation?.confirmedAt ?? null };
  });
  const others = allocations.filter(({ bill }) => !claims.some((claim) => claim.bill.number === bill.number));
  return [...planned, ...others.map(({ bill, amount, confirmedAt }) => ({ ...bill, planned: null, settled: amount, confirmedAt }))];
}

function callsOf({ calls, refunds }: Pick<Row, "calls" | "refunds">): StaffPayment["calls"] {
  const ofRefunds = refunds.flatMap((refund) => refund.calls.map((call) => ({ ...call, refund: String(refund.number) })));
  const all = [...calls.map((call) => ({ ...call, refund: null })), ...ofRefunds];
  return all.sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
}
