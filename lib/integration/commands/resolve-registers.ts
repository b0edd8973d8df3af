import "server-only";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { registerKey, type RegisterKey } from "@/lib/integration/rules";

export type KnownRegister = { registerId: string; periodGroup: string };

/** Registers by the key billing names them with; absent where there is none. Each is looked up once however many rows name it. */
export async function resolveRegisters(tx: Tx, rows: readonly RegisterKey[]): Promise<Map<string, KnownRegister>> {
  const keys = [...new Map(rows.map((row) => [registerKey(row), row])).entries()];
  const table = asTable(
    keys.map(([key, { pointCode, serialNumber, quantity, zone }]) => ({ key, pointCode, serialNumber, quantity, zone })),
    `key text, "pointCode" text, "serialNumber" text, quantity "Quantity", zone "TariffZone"`,
  );
  // Outer joins keep their order: with inner ones and no statistics the planner begins with all pairs of registers and rows.
  const found = await tx.$queryRaw<{ key: string; registerId: string | null; periodGroup: string }[]>`
    SELECT r.key, g.id AS "registerId", c.period_group AS "periodGroup"
    FROM ${table}
    LEFT JOIN metering_points p ON p.code = r."pointCode"
    LEFT JOIN meters m ON m.metering_point_id = p.id AND m.serial_number = r."serialNumber"
    LEFT JOIN registers g ON g.meter_id = m.id AND g.quantity = r.quantity AND g.zone = r.zone
    LEFT JOIN facilities f ON f.id = p.facility_id
    LEFT JOIN contracts c ON c.id = f.contract_id`;
  return new Map(
    found.flatMap(({ key, registerId, periodGroup }) => (registerId === null ? [] : [[key, { registerId, periodGroup }]])),
  );
}
