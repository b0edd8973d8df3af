import "server-only";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import type { FlatFacilities } from "@/lib/integration/commands/find-facility-problems";
import type { ImportFacilities } from "@/lib/integration/schema";

export function saveFacilities(tx: Tx, rows: ImportFacilities): Promise<number> {
  const table = asTable(
    rows.map(({ points: _, ...facility }) => facility),
    `"contractNumber" text, code text, kind "FacilityKind", name text, address text, status "FacilityStatus"`,
  );
  return tx.$executeRaw`
    INSERT INTO facilities AS old (id, contract_id, code, kind, name, address, status)
    SELECT gen_random_uuid(), c.id, r.code, r.kind, r.name, r.address, r.status
    FROM ${table} JOIN contracts c ON c.number = r."contractNumber" ORDER BY r.code
    ON CONFLICT (code) DO UPDATE SET
      kind = excluded.kind, name = excluded.name, address = excluded.address, status = excluded.status
    WHERE (old.kind, old.name, old.address, old.status)
      IS DISTINCT FROM (excluded.kind, excluded.name, excluded.address, excluded.status)`;
}

export function savePoints(tx: Tx, points: FlatFacilities["points"]): Promise<number> {
  const table = asTable(
    points.map(({ meters: _, ...point }) => point),
    `"facilityCode" text, code text, name text, flat text, multiplier numeric, "lossesPercent" numeric`,
  );
  return tx.$executeRaw`
    INSERT INTO metering_points AS old (id, facility_id, code, name, flat, multiplier, losses_percent)
    SELECT gen_random_uuid(), f.id, r.code, r.name, r.flat, r.multiplier, r."lossesPercent"
    FROM ${table} JOIN facilities f ON f.code = r."facilityCode" ORDER BY r.code
    ON CONFLICT (code) DO UPDATE SET
      name = excluded.name, flat = excluded.flat, multiplier = excluded.multiplier, losses_percent = excluded.losses_percent
    WHERE (old.name, old.flat, old.multiplier, old.losses_percent)
      IS DISTINCT FROM (excluded.name, excluded.flat, excluded.multiplier, excluded.losses_percent)`;
}

/** Removed meters come first: a point takes a new one only after the old one is gone. */
export function saveMeters(tx: Tx, meters: FlatFacilities["meters"]): Promise<number> {
  const table = asTable(
    meters.map(({ registers: _, ...meter }) => meter),
    `"pointCode" text, "serialNumber" text, model text, type text, "integerDigits" int, "fractionDigits" int,
     "verificationDue" date, "installedOn" date, "removedOn" date, status "MeterStatus"`,
  );
  return tx.$executeRaw`
    INSERT INTO meters AS old
      (id, metering_point_id, serial_number, model, type, integer_digits, fraction_digits,
       verification_due, installed_on, removed_on, status)
    SELECT gen_random_uuid(), p.id, r."serialNumber", r.model, r.type, r."integerDigits", r."fractionDigits",
           r."verificationDue", r."installedOn", r."removedOn", r.status
    FROM ${table} JOIN metering_points p ON p.code = r."pointCode"
    ORDER BY r."removedOn" NULLS LAST, p.code, r."serialNumber"
    ON CONFLICT (metering_point_id, serial_number) DO UPDATE SET
      model = excluded.model, type = excluded.type, integer_digits = excluded.integer_digits,
      fraction_digits = excluded.fraction_digits, verification_due = excluded.verification_due,
      installed_on = excluded.installed_on, removed_on = excluded.removed_on, status = excluded.status
    WHERE (old.model, old.type, old.integer_digits, old.fraction_digits, old.verification_due,
           old.installed_on, old.removed_on, old.status)
      IS DISTINCT FROM (excluded.model, excluded.type, excluded.integer_digits, excluded.fraction_digits,
                        excluded.verification_due, excluded.installed_on, excluded.removed_on, excluded.status)`;
}

export function saveRegisters(tx: Tx, registers: FlatFacilities["registers"]): Promise<number> {
  const table = asTable(registers, `"pointCode" text, "serialNumber" text, quantity "Quantity", zone "TariffZone"`);
  return tx.$executeRaw`
    INSERT INTO registers (id, meter_id, quantity, zone)
    SELECT gen_random_uuid(), m.id, r.quantity, r.zone
    FROM ${table} JOIN metering_points p ON p.code = r."pointCode"
    JOIN meters m ON m.metering_point_id = p.id AND m.serial_number = r."serialNumber"
    ORDER BY p.code, m.serial_number, r.quantity, r.zone
    ON CONFLICT DO NOTHING`;
}
