import "server-only";
import { mint, type Actor, type ClientActor, type ContractScope, type Membership, type StaffActor } from "@/lib/auth/actor";
import { roleMay, staffMay, type Permission, type StaffPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";

function toScope(actor: Actor, membership: Membership): ContractScope {
  const { contractId, number, facilityIds } = membership;
  return mint({ actor, contractId, number, facilityIds });
}

export type Refusal = "missing" | "forbidden";

/** A foreign contract answers exactly as a missing one; an own one without the right says so. */
export function resolveContract(actor: ClientActor, number: string, permission: Permission): ContractScope | Refusal {
  const membership = actor.memberships.find((candidate) => candidate.number === number);
  if (!membership) return "missing";
  return roleMay(membership.role, permission) ? toScope(actor, membership) : "forbidden";
}

/** Scopes of every contract on which the actor may do this, by contract number. */
export function listScopes(actor: ClientActor, permission: Permission): ContractScope[] {
  return actor.memberships.filter(({ role }) => roleMay(role, permission)).map((membership) => toScope(actor, membership));
}

export async function resolveStaffContract(
  actor: StaffActor,
  number: string,
  permission: StaffPermission,
): Promise<ContractScope | Refusal> {
  if (!staffMay(actor.role, permission)) return "forbidden";
  const contract = await db.contract.findUnique({ where: { number }, select: { id: true } });
  return contract ? mint({ actor, contractId: contract.id, number, facilityIds: "all" as const }) : "missing";
}
