import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { findUnknownContracts } from "@/lib/integration/commands/find-unknown-contracts";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import type { ImportBills } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";

/** Bills with what billing has settled against them. A number never moves to another contract. */
export function importBills(by: SystemActor, rows: ImportBills): Promise<ImportOutcome> {
  const table = asTable(
    rows,
    `"contractNumber" text, number text, kind "BillKind", "issuedOn" date, "dueOn" date, month text,
     amount bigint, "settledAmount" bigint`,
  );
  return runImport(by, "bills", rows, ({ number }) => number, async (tx) => {
    const problems = await findProblems(tx, table);
    return problems.length > 0 ? problems : saveBills(tx, table);
  });
}

async function findProblems(tx: Tx, table: Prisma.Sql): Promise<ImportProblem[]> {
  const unknown = await findUnknownContracts(tx, table);
  if (unknown.length > 0) return unknown;
  return tx.$queryRaw<ImportProblem[]>`
    SELECT r."row", 'other_contract' AS code, r.number AS key
    FROM ${table} JOIN bills b ON b.number = r.number JOIN contracts c ON c.id = b.contract_id
    WHERE c.number <> r."contractNumber" ORDER BY 1 LIMIT ${MAX_PROBLEMS}`;
}

function saveBills(tx: Tx, table: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO bills AS old (id, contract_id, number, kind, issued_on, due_on, month, amount, settled_amount)
    SELECT gen_random_uuid(), c.id, r.number, r.kind, r."issuedOn", r."dueOn", (r.month || '-01')::date, r.amount, r."settledAmount"
    FROM ${table} JOIN contracts c ON c.number = r."contractNumber" ORDER BY r.number
    ON CONFLICT (number) DO UPDATE SET
      kind = excluded.kind, issued_on = excluded.issued_on, due_on = excluded.due_on, month = excluded.month,
      amount = excluded.amount, settled_amount = excluded.settled_amount
    WHERE (old.kind, old.issued_on, old.due_on, old.month, old.amount, old.settled_amount)
      IS DISTINCT FROM (excluded.kind, excluded.issued_on, excluded.due_on, excluded.month, excluded.amount, excluded.settled_amount)`;
}
