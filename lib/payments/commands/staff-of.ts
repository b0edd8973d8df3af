import "server-only";
import type { ContractScope, StaffActor } from "@/lib/auth/actor";

/** The member of staff who acts on a contract. */
export function staffOf({ actor }: ContractScope): StaffActor {
  if (actor.kind !== "staff") throw new Error("only staff decides about refunds and held payments");
  return actor;
}
