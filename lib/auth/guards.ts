import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import type { ClientActor, ContractScope, StaffActor } from "@/lib/auth/actor";
import { staffMay, type Permission, type StaffPermission } from "@/lib/auth/permissions";
import { resolveContract, resolveStaffContract, type Refusal } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";

/** For pages: sends the unsigned to `/login`, members of staff to their own side. */
export async function requireClient(): Promise<ClientActor> {
  const actor = await getActor();
  if (!actor) redirect("/login");
  if (actor.kind === "staff") redirect("/staff");
  return actor;
}

/** For pages of the supplier's side. A client sees there the same as nobody: the staff sign-in. */
export async function requireStaff(permission: StaffPermission): Promise<StaffActor> {
  const actor = await getActor();
  if (actor?.kind !== "staff") redirect("/staff/login");
  if (!staffMay(actor.role, permission)) forbidden();
  return actor;
}

function granted(scope: ContractScope | Refusal): ContractScope {
  if (scope === "missing") notFound();
  if (scope === "forbidden") forbidden();
  return scope;
}

/** For pages and route handlers: 404 for a foreign or absent contract, 403 for an own one without the right. */
export function requireContract(actor: ClientActor, number: string, permission: Permission): ContractScope {
  return granted(resolveContract(actor, number, permission));
}

export async function requireStaffContract(
  actor: StaffActor,
  number: string,
  permission: StaffPermission,
): Promise<ContractScope> {
  return granted(await resolveStaffContract(actor, number, permission));
}
