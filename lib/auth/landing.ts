import type { Membership } from "@/lib/auth/actor";
import { roleMay, type Permission } from "@/lib/auth/permissions";

/** True when the person may do it on at least one contract. */
export function mayAnywhere(memberships: readonly Membership[], permission: Permission): boolean {
  return memberships.some(({ role }) => roleMay(role, permission));
}

/** The first section the person may use; without a contract the one where contracts are seen. */
export function landingPath(memberships: readonly Membership[]): "/payments" | "/readings" {
  const readingsOnly = !mayAnywhere(memberships, "bills.view") && mayAnywhere(memberships, "readings.submit");
  return readingsOnly ? "/readings" : "/payments";
}
