import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { resolvePeriods } from "@/lib/integration/commands/resolve-periods";
import { resolveRegisters } from "@/lib/integration/commands/resolve-registers";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import { registerKey } from "@/lib/integration/rules";
import type { ImportReadings } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

/** Values billing accepted, with the consumption it computed. Another value is a new version, an equal one changes nothing. */
export function importReadings(by: SystemActor, rows: ImportReadings): Promise<ImportOutcome> {
  return runImport(by, "readings", rows, (row) => `${registerKey(row)} ${row.month}`, async (tx) => {
    const registers = await resolveRegisters(tx, rows);
    const periods = await resolvePeriods(tx, rows.map(({ month }) => month));
    const problems: ImportProblem[] = [];
    const versions: Version[] = [];
    for (const [row, { month, value, consumption, source, ...key }] of rows.entries()) {
      const register = registers.get(registerKey(key));
      const periodId = register && periods.get(`${register.periodGroup} ${month}`);
      if (!register) problems.push({ row, code: "unknown_register", key: registerKey(key) });
      else if (!periodId) problems.push({ row, code: "unknown_period", key: month });
      else versions.push({ registerId: register.registerId, periodId, month: `${month}-01`, value, consumption, source });
    }
    return problems.length > 0 ? problems.slice(0, MAX_PROBLEMS) : saveVersions(tx, versions);
  });
}

type Version = Pick<ImportReadings[number], "month" | "value" | "consumption" | "source"> & { registerId: string; periodId: string };

async function saveVersions(tx: Tx, versions: Version[]): Promise<number> {
  const table = asTable(
    versions,
    `"registerId" uuid, "periodId" uuid, month date, value numeric, consumption numeric, source "ReadingSource"`,
  );
  // Two writers of one register come one after the other, so that versions neither repeat nor overtake.
  const ids = [...new Set(versions.map(({ registerId }) => registerId))];
  await tx.$executeRaw`SELECT FROM registers WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE readings old SET is_current = false FROM ${table}
    WHERE old.register_id = r."registerId" AND old.month = r.month AND old.is_current
      AND (old.value, old.consumption) IS DISTINCT FROM (r.value, r.consumption)`;
  return tx.$executeRaw`
    INSERT INTO readings (id, register_id, period_id, month, version, is_current, value, consumption, source, created_at)
    SELECT gen_random_uuid(), r."registerId", r."periodId", r.month,
           1 + COALESCE((SELECT max(version) FROM readings v WHERE v.register_id = r."registerId" AND v.month = r.month), 0),
           true, r.value, r.consumption, r.source, ${now().toISOString()}::timestamptz
    FROM ${table}
    WHERE NOT EXISTS (SELECT FROM readings v WHERE v.register_id = r."registerId" AND v.month = r.month AND v.is_current)
    ORDER BY r."registerId", r.month`;
}
