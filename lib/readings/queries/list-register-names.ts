import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Quantity, TariffZone } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";

type RegisterTitle = { id: string; serialNumber: string; quantity: Quantity; zone: TariffZone };

/** How people know these registers; those out of sight are absent. */
export async function listRegisterNames(scope: ContractScope, registerIds: string[]): Promise<Map<string, RegisterTitle>> {
  const restriction = facilityIds(scope);
  const rows = await db.$queryRaw<RegisterTitle[]>`
    SELECT r.id, m.serial_number AS "serialNumber", r.quantity::text, r.zone::text
    FROM registers r
    JOIN meters m ON m.id = r.meter_id
    JOIN metering_points p ON p.id = m.metering_point_id
    JOIN facilities f ON f.id = p.facility_id
    WHERE r.id = ANY(${registerIds}::uuid[]) AND f.contract_id = ${scope.contractId}::uuid
      AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))`;
  return new Map(rows.map((row) => [row.id, row]));
}
