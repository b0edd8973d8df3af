import "server-only";
import { db } from "@/lib/db/client";
import { ago } from "@/lib/platform/clock";

/** A call that is on its way is left alone this long. */
const QUIET_CALL_MS = 30_000;
/** Whoever is on the bank's page comes back by himself or by a notification. */
const QUIET_PERSON_MS = 2 * 60_000;
const BATCH = 2_000;

function untouched() {
  return {
    OR: [
      { status: { in: ["created" as const, "submitting" as const, "unknown" as const] }, updatedAt: { lte: ago(QUIET_CALL_MS) } },
      { status: { in: ["awaiting_user" as const, "authorised" as const] }, updatedAt: { lte: ago(QUIET_PERSON_MS) } },
    ],
  };
}

const query = { orderBy: { updatedAt: "asc" as const }, take: BATCH, select: { id: true } };

/** Whatever the bank must be asked about because nobody else came with news. */
export async function findOpenPayments(): Promise<string[]> {
  return (await db.payment.findMany({ where: { ...untouched(), heldReason: null }, ...query })).map(({ id }) => id);
}

export async function findOpenCardLinks(): Promise<string[]> {
  return (await db.cardLink.findMany({ where: untouched(), ...query })).map(({ id }) => id);
}

export async function findOpenRefunds(): Promise<string[]> {
  const where = { status: { in: ["approved" as const, "submitting" as const, "unknown" as const] }, updatedAt: { lte: ago(QUIET_CALL_MS) } };
  return (await db.refund.findMany({ where, ...query })).map(({ id }) => id);
}
