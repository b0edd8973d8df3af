import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { asTable } from "@/lib/integration/commands/as-table";
import { findUnknownContracts } from "@/lib/integration/commands/find-unknown-contracts";
import { runImport } from "@/lib/integration/commands/run-import";
import type { ImportAdvances } from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

/** Balances of paid money by kind; one that is used up is sent as 0. */
export function importAdvances(by: SystemActor, rows: ImportAdvances): Promise<ImportOutcome> {
  const table = asTable(rows, `"contractNumber" text, kind "AdvanceKind", amount bigint`);
  return runImport(by, "advances", rows, ({ contractNumber, kind }) => `${contractNumber} ${kind}`, async (tx) => {
    const unknown = await findUnknownContracts(tx, table);
    if (unknown.length > 0) return unknown;
    return tx.$executeRaw`
      INSERT INTO advances AS old (contract_id, kind, amount, updated_at)
      SELECT c.id, r.kind, r.amount, ${now().toISOString()}::timestamptz
      FROM ${table} JOIN contracts c ON c.number = r."contractNumber" ORDER BY c.id, r.kind
      ON CONFLICT (contract_id, kind) DO UPDATE SET amount = excluded.amount, updated_at = excluded.updated_at
      WHERE old.amount <> excluded.amount`;
  });
}
