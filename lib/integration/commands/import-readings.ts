import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { JOIN_REGISTERS, REGISTER_COLUMNS, registerKey } from "@/lib/integration/commands/join-registers";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import type { ImportReadings } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

/** Values billing accepted, with the consumption it computed. Another value is a new version, an equal one changes nothing. */
export function importReadings(by: SystemActor, rows: ImportReadings): Promise<ImportOutcome> {
  const table = asTable(
    rows,
    `${REGISTER_COLUMNS}, month text, value numeric, consumption numeric, source "ReadingSource"`,
  );
  const wanted = Prisma.sql`
    SELECT r."row", r.value, r.consumption, r.source, (r.month || '-01')::date AS month,
           g.id AS register_id, bp.id AS period_id, concat_ws(' ', r."pointCode", r."serialNumber", r.quantity, r.zone) AS key
    FROM ${table} ${JOIN_REGISTERS}
    LEFT JOIN facilities f ON f.id = p.facility_id
    LEFT JOIN contracts c ON c.id = f.contract_id
    LEFT JOIN billing_periods bp ON bp.period_group = c.period_group AND bp.month = (r.month || '-01')::date`;
  return runImport(by, "readings", rows, (row) => `${registerKey(row)} ${row.month}`, {
    check: (tx) => tx.$queryRaw<ImportProblem[]>`
      SELECT w."row", CASE WHEN w.register_id IS NULL THEN 'unknown_register' ELSE 'unknown_period' END AS code,
             CASE WHEN w.register_id IS NULL THEN w.key ELSE to_char(w.month, 'YYYY-MM') END AS key
      FROM (${wanted}) w WHERE w.register_id IS NULL OR w.period_id IS NULL ORDER BY 1 LIMIT ${MAX_PROBLEMS}`,
    save: (tx) => saveVersions(tx, wanted),
  });
}

async function saveVersions(tx: Tx, wanted: Prisma.Sql): Promise<number> {
  // Two writers of one register come one after the other, so that versions neither repeat nor overtake.
  await tx.$executeRaw`
    SELECT FROM registers WHERE id IN (SELECT w.register_id FROM (${wanted}) w) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE readings old SET is_current = false FROM (${wanted}) w
    WHERE old.register_id = w.register_id AND old.month = w.month AND old.is_current
      AND (old.value, old.consumption) IS DISTINCT FROM (w.value, w.consumption)`;
  return tx.$executeRaw`
    INSERT INTO readings (id, register_id, period_id, month, version, is_current, value, consumption, source, created_at)
    SELECT gen_random_uuid(), w.register_id, w.period_id, w.month,
           1 + COALESCE((SELECT max(version) FROM readings v WHERE v.register_id = w.register_id AND v.month = w.month), 0),
           true, w.value, w.consumption, w.source, ${now().toISOString()}::timestamptz
    FROM (${wanted}) w
    WHERE NOT EXISTS (SELECT FROM readings v WHERE v.register_id = w.register_id AND v.month = w.month AND v.is_current)
    ORDER BY w.register_id, w.month`;
}
