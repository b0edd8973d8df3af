import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { asTable } from "@/lib/integration/commands/as-table";
import { findUnknownContracts } from "@/lib/integration/commands/find-unknown-contracts";
import { runImport } from "@/lib/integration/commands/run-import";
import type { ImportCharges } from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";

export function importCharges(by: SystemActor, rows: ImportCharges): Promise<ImportOutcome> {
  const table = asTable(
    rows,
    `"contractNumber" text, month text, kind "BillKind", "documentNumber" text, "documentDate" date, amount bigint`,
  );
  return runImport(by, "charges", rows, ({ contractNumber, documentNumber }) => `${contractNumber} ${documentNumber}`, async (tx) => {
    const unknown = await findUnknownContracts(tx, table);
    if (unknown.length > 0) return unknown;
    return tx.$executeRaw`
      INSERT INTO charges AS old (id, contract_id, month, kind, document_number, document_date, amount)
      SELECT gen_random_uuid(), c.id, (r.month || '-01')::date, r.kind, r."documentNumber", r."documentDate", r.amount
      FROM ${table} JOIN contracts c ON c.number = r."contractNumber" ORDER BY c.id, r."documentNumber"
      ON CONFLICT (contract_id, document_number) DO UPDATE SET
        month = excluded.month, kind = excluded.kind, document_date = excluded.document_date, amount = excluded.amount
      WHERE (old.month, old.kind, old.document_date, old.amount)
        IS DISTINCT FROM (excluded.month, excluded.kind, excluded.document_date, excluded.amount)`;
  });
}
