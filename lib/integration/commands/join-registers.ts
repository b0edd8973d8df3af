import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** How billing names a register. */
export const REGISTER_COLUMNS = `"pointCode" text, "serialNumber" text, quantity "Quantity", zone "TariffZone"`;

/** After `FROM table r`: the register `g` of the row, all nulls when there is none. */
export const JOIN_REGISTERS = Prisma.sql`
  LEFT JOIN metering_points p ON p.code = r."pointCode"
  LEFT JOIN meters m ON m.metering_point_id = p.id AND m.serial_number = r."serialNumber"
  LEFT JOIN registers g ON g.meter_id = m.id AND g.quantity = r.quantity AND g.zone = r.zone`;

export function registerKey(row: { pointCode: string; serialNumber: string; quantity: string; zone: string }): string {
  return `${row.pointCode} ${row.serialNumber} ${row.quantity} ${row.zone}`;
}
