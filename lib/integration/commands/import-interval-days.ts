import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { asTable } from "@/lib/integration/commands/as-table";
import { resolveRegisters } from "@/lib/integration/commands/resolve-registers";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import { registerKey } from "@/lib/integration/rules";
import type { ImportIntervalDays } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

/** Load profiles in kWh with multiplier and losses applied; a null is a gap. A day sent again replaces the day. */
export function importIntervalDays(by: SystemActor, rows: ImportIntervalDays): Promise<ImportOutcome> {
  return runImport(by, "interval-days", rows, (row) => `${registerKey(row)} ${row.day}`, async (tx) => {
    const registers = await resolveRegisters(tx, rows);
    const problems: ImportProblem[] = [];
    const days = rows.flatMap(({ day, values, source, ...key }, row) => {
      const register = registers.get(registerKey(key));
      if (!register) problems.push({ row, code: "unknown_register", key: registerKey(key) });
      return register ? [{ registerId: register.registerId, day, values, source }] : [];
    });
    if (problems.length > 0) return problems.slice(0, MAX_PROBLEMS);
    const table = asTable(days, `"registerId" uuid, day date, "values" numeric(18, 6)[], source "ReadingSource"`);
    return tx.$executeRaw`
      INSERT INTO interval_days AS old (register_id, day, "values", day_total, source, created_at)
      SELECT r."registerId", r.day, r."values", COALESCE((SELECT sum(part) FROM unnest(r."values") AS part), 0), r.source,
             ${now().toISOString()}::timestamptz
      FROM ${table} ORDER BY r."registerId", r.day
      ON CONFLICT (register_id, day) DO UPDATE SET
        "values" = excluded."values", day_total = excluded.day_total, source = excluded.source, created_at = excluded.created_at
      WHERE old."values" IS DISTINCT FROM excluded."values"`;
  });
}
