import type { Role, StaffRole } from "@/lib/auth/permissions";

declare const minted: unique symbol;
type Minted<T> = Readonly<T> & { readonly [minted]: true };

export type ClientActor = Minted<{
  kind: "client";
  userId: string;
  sessionId: string;
  requestId: string | null;
  name: string;
  email: string | null;
  emailConfirmed: boolean;
  memberships: readonly Membership[];
}>;

export type StaffActor = Minted<{
  kind: "staff";
  userId: string;
  sessionId: string;
  requestId: string | null;
  name: string;
  role: StaffRole;
}>;

/** A job or the billing system: `name` says which. */
export type SystemActor = Minted<{ kind: "job" | "integration"; name: string; requestId: string | null }>;

export type Actor = ClientActor | StaffActor | SystemActor;

/** Facilities of one contract that a member may see; decided by the role's restriction. */
type FacilityIds = "all" | readonly string[];

export type Membership = Readonly<{
  contractId: string;
  number: string;
  clientName: string;
  role: Role;
  facilityIds: FacilityIds;
}>;

/** Proof that the actor may do one kind of thing on one contract. Every query and command on contract data takes one. */
export type ContractScope = Minted<{
  actor: Actor;
  contractId: string;
  number: string;
  facilityIds: FacilityIds;
}>;

/** Freezes and brands; only `lib/auth` calls it. */
export function mint<T extends object>(value: T): Minted<T> {
  return Object.freeze(value) as Minted<T>;
}

/** The actor of a background job or of the billing system. */
export function systemActor(kind: "job" | "integration", name: string): SystemActor {
  return mint({ kind, name, requestId: null });
}
