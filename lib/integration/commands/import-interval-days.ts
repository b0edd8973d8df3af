import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { asTable } from "@/lib/integration/commands/as-table";
import { JOIN_REGISTERS, REGISTER_COLUMNS, registerKey } from "@/lib/integration/commands/join-registers";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import type { ImportIntervalDays } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

/** Load profiles in kWh with multiplier and losses applied; a null is a gap. A day sent again replaces the day. */
export function importIntervalDays(by: SystemActor, rows: ImportIntervalDays): Promise<ImportOutcome> {
  const table = asTable(rows, `${REGISTER_COLUMNS}, day date, "values" numeric(18, 6)[], source "ReadingSource"`);
  return runImport(by, "interval-days", rows, (row) => `${registerKey(row)} ${row.day}`, {
    check: (tx) => tx.$queryRaw<ImportProblem[]>`
      SELECT r."row", 'unknown_register' AS code, concat_ws(' ', r."pointCode", r."serialNumber", r.quantity, r.zone) AS key
      FROM ${table} ${JOIN_REGISTERS} WHERE g.id IS NULL ORDER BY 1 LIMIT ${MAX_PROBLEMS}`,
    save: (tx) => tx.$executeRaw`
      INSERT INTO interval_days AS old (register_id, day, "values", day_total, source, created_at)
      SELECT g.id, r.day, r."values", COALESCE((SELECT sum(hour) FROM unnest(r."values") AS hour), 0), r.source,
             ${now().toISOString()}::timestamptz
      FROM ${table} ${JOIN_REGISTERS} ORDER BY g.id, r.day
      ON CONFLICT (register_id, day) DO UPDATE SET
        "values" = excluded."values", day_total = excluded.day_total, source = excluded.source, created_at = excluded.created_at
      WHERE old."values" IS DISTINCT FROM excluded."values"`,
  });
}
