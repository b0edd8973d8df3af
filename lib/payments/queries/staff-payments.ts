import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { paymentNumberSchema, type StaffPaymentsAddress } from "@/lib/payments/schema/staff-address";
import type { StaffPaymentLine } from "@/lib/payments/types";

const PER_PAGE = 50;

const NEEDS_ATTENTION = {
  OR: [{ heldReason: { not: null } }, { refunds: { some: { status: "requested" } } }],
} as const satisfies Prisma.PaymentWhereInput;

function found(search: string): Prisma.PaymentWhereInput {
  if (search === "") return {};
  const number = paymentNumberSchema.parse(search);
  // `contains` is a LIKE, in which these stand for anything.
  const part = search.replace(/[%_\\]/g, "\\$&");
  const byContract: Prisma.PaymentWhereInput = {
    contract: { OR: [{ number: { contains: part } }, { clientName: { contains: part, mode: "insensitive" } }] },
  };
  return { OR: [byContract, { bankId: search }, ...(number === null ? [] : [{ number }])] };
}

/** Payments of all contracts, newest first. The actor is the proof that staff is asking. */
export async function listStaffPayments(
  _actor: StaffActor,
  { search, status, page }: StaffPaymentsAddress,
): Promise<{ total: number; pages: number; payments: StaffPaymentLine[] }> {
  const where: Prisma.PaymentWhereInput = {
    AND: [found(search), status === undefined ? {} : status === "attention" ? NEEDS_ATTENTION : { status }],
  };
  const [total, rows] = await Promise.all([
    db.payment.count({ where }),
    db.payment.findMany({
      where,
      orderBy: { number: "desc" },
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: {
        number: true,
        createdAt: true,
        status: true,
        amount: true,
        refundedAmount: true,
        heldReason: true,
        contract: { select: { number: true, clientName: true } },
        refunds: { where: { status: "requested" }, take: 1, select: { id: true } },
      },
    }),
  ]);
  const payments = rows.map(({ number, contract, refundedAmount, heldReason, refunds, ...row }) => ({
    ...row,
    number: String(number),
    contract: contract.number,
    clientName: contract.clientName,
    refunded: refundedAmount,
    held: heldReason !== null,
    waitsForConsent: refunds.length > 0,
  }));
  return { total, pages: Math.ceil(total / PER_PAGE), payments };
}

/** How many payments somebody must look at. */
export function countAttention(_actor: StaffActor): Promise<number> {
  return db.payment.count({ where: NEEDS_ATTENTION });
}
