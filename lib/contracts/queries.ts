import "server-only";
import type { ContractScope, StaffActor } from "@/lib/auth/actor";
import { STAFF_CONTRACTS_PER_PAGE, STAFF_METERS_PER_PAGE } from "@/lib/contracts/constants";
import type { ContractCard, MeterCard, StaffContract } from "@/lib/contracts/types";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";

/** Contracts by a part of their number, INN, client's name or a member's e-mail. The actor is the proof that staff is asking. */
export async function listStaffContracts(
  _actor: StaffActor,
  search: string,
  page: number,
): Promise<{ total: number; contracts: StaffContract[] }> {
  const pattern = `%${search.replace(/[%_\\]/g, "\\$&")}%`;
  const rows = await db.$queryRaw<(StaffContract & { total: number })[]>`
    SELECT c.number, c.client_name AS "clientName", c.inn, count(*) OVER ()::int AS total,
           (SELECT count(*)::int FROM facilities f WHERE f.contract_id = c.id) AS facilities
    FROM contracts c
    WHERE ${search} = '' OR c.number LIKE ${pattern} OR c.inn LIKE ${pattern} OR c.client_name ILIKE ${pattern}
       OR EXISTS (SELECT FROM members m JOIN users u ON u.id = m.user_id
                  WHERE m.contract_id = c.id AND m.revoked_at IS NULL AND u.email LIKE lower(${pattern}))
    ORDER BY c.number
    LIMIT ${STAFF_CONTRACTS_PER_PAGE} OFFSET ${(page - 1) * STAFF_CONTRACTS_PER_PAGE}`;
  return { total: rows[0]?.total ?? 0, contracts: rows.map(({ total: _, ...contract }) => contract) };
}

export async function getContractCard(scope: ContractScope): Promise<ContractCard> {
  const at = now();
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: scope.contractId },
    select: {
      number: true,
      clientName: true,
      inn: true,
      kpp: true,
      priceCategory: true,
      members: {
        where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
        orderBy: { createdAt: "asc" },
        select: {
          role: true,
          allFacilities: true,
          user: { select: { lastName: true, firstName: true, email: true } },
          _count: { select: { facilities: true } },
        },
      },
    },
  });
  return {
    ...contract,
    members: contract.members.map(({ role, allFacilities, user, _count }) => ({
      name: `${user.lastName} ${user.firstName}`,
      email: user.email,
      role,
      facilities: allFacilities ? "all" : _count.facilities,
    })),
  };
}

type MeterRow = Omit<MeterCard, "facility"> & { code: string; address: string; total: number };

/** Meters in place with the last known value of each register: one page. */
export async function listMeters(scope: ContractScope, page: number): Promise<{ total: number; meters: MeterCard[] }> {
  const ids = scope.facilityIds === "all" ? null : [...scope.facilityIds];
  const rows = await db.$queryRaw<MeterRow[]>`
    SELECT m.id, m.serial_number AS "serialNumber", m.model, m.status::text, m.integer_digits AS "integerDigits",
           m.fraction_digits AS "fractionDigits", p.name AS "pointName", trim_scale(p.multiplier)::text AS multiplier,
           trim_scale(p.losses_percent)::text AS "lossesPercent", f.code, f.address, count(*) OVER ()::int AS total,
           (SELECT json_agg(json_build_object('quantity', r.quantity, 'zone', r.zone, 'value', last.value, 'month', last.month)
                            ORDER BY r.quantity, r.zone)
            FROM registers r
            LEFT JOIN LATERAL (SELECT trim_scale(g.value)::text AS value, g.month FROM readings g
                               WHERE g.register_id = r.id AND g.is_current ORDER BY g.month DESC LIMIT 1) last ON true
            WHERE r.meter_id = m.id) AS registers
    FROM facilities f
    JOIN metering_points p ON p.facility_id = f.id
    JOIN meters m ON m.metering_point_id = p.id AND m.removed_on IS NULL
    WHERE f.contract_id = ${scope.contractId}::uuid AND (${ids}::uuid[] IS NULL OR f.id = ANY(${ids}::uuid[]))
    ORDER BY f.code, p.code
    LIMIT ${STAFF_METERS_PER_PAGE} OFFSET ${(page - 1) * STAFF_METERS_PER_PAGE}`;
  return {
    total: rows[0]?.total ?? 0,
    meters: rows.map(({ code, address, total: _, registers, ...meter }) => ({
      ...meter,
      registers: registers ?? [],
      facility: { code, address },
    })),
  };
}
