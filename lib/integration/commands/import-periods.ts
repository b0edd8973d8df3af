import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { asTable } from "@/lib/integration/commands/as-table";
import { runImport } from "@/lib/integration/commands/run-import";
import type { ImportPeriods } from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";

export function importPeriods(by: SystemActor, rows: ImportPeriods): Promise<ImportOutcome> {
  const table = asTable(
    rows,
    `"group" text, month text, "opensAt" timestamptz, "closesAt" timestamptz, "closedAt" timestamptz`,
  );
  return runImport(by, "periods", rows, ({ group, month }) => `${group} ${month}`, (tx) => tx.$executeRaw`
    INSERT INTO billing_periods AS old (id, period_group, month, opens_at, closes_at, closed_at)
    SELECT gen_random_uuid(), r."group", (r.month || '-01')::date, r."opensAt", r."closesAt", r."closedAt"
    FROM ${table} ORDER BY r."group", r.month
    ON CONFLICT (period_group, month) DO UPDATE SET
      opens_at = excluded.opens_at, closes_at = excluded.closes_at, closed_at = excluded.closed_at
    WHERE (old.opens_at, old.closes_at, old.closed_at)
      IS DISTINCT FROM (excluded.opens_at, excluded.closes_at, excluded.closed_at)`);
}
