import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/types";
import { facilityIds } from "@/lib/readings/queries/facility-ids";

/** Writers of the same meters come one after another; the order of ids keeps them from waiting for each other. */
export async function lockRegisters(tx: Tx, scope: ContractScope, registerIds: string[]): Promise<void> {
  const restriction = facilityIds(scope);
  await tx.$executeRaw`
    SELECT FROM registers WHERE id IN (
      SELECT r.id
      FROM registers r
      JOIN meters m ON m.id = r.meter_id
      JOIN metering_points p ON p.id = m.metering_point_id
      JOIN facilities f ON f.id = p.facility_id
      WHERE f.contract_id = ${scope.contractId}::uuid AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))
        AND m.id IN (SELECT e.meter_id FROM registers e WHERE e.id = ANY(${registerIds}::uuid[]))
    )
    ORDER BY id FOR NO KEY UPDATE`;
}
