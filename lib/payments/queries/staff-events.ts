import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { StaffEvent } from "@/lib/payments/types";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Steps of a payment and of its refunds as the audit keeps them, oldest first; `by` is null for the system itself. */
export async function listStaffEvents(_actor: StaffActor, paymentId: string, refundIds: readonly string[]): Promise<StaffEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { OR: [{ subjectKind: "payment", subjectId: paymentId }, { subjectKind: "refund", subjectId: { in: [...refundIds] } }] },
    orderBy: { id: "asc" },
    select: { id: true, at: true, actorKind: true, actorId: true, action: true, before: true, after: true },
  });
  const people = rows.flatMap(({ actorKind, actorId }) => (isPerson(actorKind) && actorId !== null && UUID.test(actorId) ? [actorId] : []));
  const users = await db.user.findMany({ where: { id: { in: [...new Set(people)] } }, select: { id: true, lastName: true, firstName: true } });
  const names = new Map(users.map(({ id, lastName, firstName }) => [id, `${lastName} ${firstName}`]));
  return rows.map(({ id, at, actorKind, actorId, action, before, after }) => ({
    id: String(id),
    at,
    by: isPerson(actorKind) ? (names.get(actorId ?? "") ?? "Учётная запись удалена") : null,
    action,
    before,
    after,
  }));
}

const isPerson = (kind: string) => kind === "client" || kind === "staff";
