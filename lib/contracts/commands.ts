import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/permissions";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";

export type LinkMember = {
  contractNumber: string;
  userId: string;
  role: Role;
  facilityCodes: readonly string[] | "all";
};
type Refusal = "unknown_contract" | "unknown_facility" | "administrator_exists";
export type LinkOutcome = { ok: true; memberId: string } | { ok: false; code: Refusal };

const refused = (code: Refusal): Outcome<LinkOutcome> => ({ result: { ok: false, code }, audit: [] });

/** Gives a person a role on a contract; one who has another role there gets this one instead. */
export async function linkMember(by: Actor, input: LinkMember): Promise<LinkOutcome> {
  return transact<LinkOutcome>(by, async (tx) => {
    const { contractNumber, userId, role, facilityCodes } = input;
    const contract = await tx.contract.findUnique({ where: { number: contractNumber }, select: { id: true } });
    if (!contract) return refused("unknown_contract");
    // Two grants on one contract come one after the other.
    await tx.$executeRaw`SELECT FROM contracts WHERE id = ${contract.id}::uuid FOR NO KEY UPDATE`;
    const facilityIds = facilityCodes === "all" ? [] : await findFacilities(tx, contract.id, facilityCodes);
    if (facilityCodes !== "all" && facilityIds.length !== new Set(facilityCodes).size) return refused("unknown_facility");
    const active = await tx.member.findMany({
      where: { contractId: contract.id, revokedAt: null, OR: [{ userId }, { role: "administrator" }] },
      include: { facilities: { select: { facilityId: true } } },
    });
    if (role === "administrator" && active.some((member) => member.userId !== userId)) return refused("administrator_exists");
    const old = active.find((member) => member.userId === userId);
    const allFacilities = facilityCodes === "all";
    const oldIds = old?.facilities.map(({ facilityId }) => facilityId).sort().join();
    if (old?.role === role && old.allFacilities === allFacilities && oldIds === facilityIds.join()) {
      return { result: { ok: true, memberId: old.id }, audit: [] };
    }
    if (old) await tx.member.update({ where: { id: old.id }, data: { revokedAt: now() } });
    const member = await tx.member.create({
      data: { contractId: contract.id, userId, role, allFacilities, createdAt: now() },
    });
    await tx.memberFacility.createMany({
      data: facilityIds.map((facilityId) => ({ memberId: member.id, facilityId, contractId: contract.id })),
    });
    return {
      result: { ok: true, memberId: member.id },
      audit: [
        {
          action: "member.link",
          subject: { kind: "member", id: member.id },
          contractId: contract.id,
          ...(old ? { before: { role: old.role, allFacilities: old.allFacilities } } : {}),
          after: { userId, role, facilityCodes },
        },
      ],
    };
  });
}

async function findFacilities(tx: Tx, contractId: string, codes: readonly string[]): Promise<string[]> {
  const found = await tx.facility.findMany({ where: { contractId, code: { in: [...codes] } }, select: { id: true } });
  return found.map(({ id }) => id).sort();
}
