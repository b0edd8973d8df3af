import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { runImport } from "@/lib/integration/commands/run-import";
import type { ImportContracts } from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";
import { now } from "@/lib/platform/clock";

export function importContracts(by: SystemActor, rows: ImportContracts): Promise<ImportOutcome> {
  return runImport(
    by,
    "contracts",
    rows,
    ({ number }) => number,
    async (tx) => (await saveContracts(tx, rows)) + (await replaceEmails(tx, rows)),
  );
}

function saveContracts(tx: Tx, rows: ImportContracts): Promise<number> {
  const table = asTable(
    rows,
    `number text, "clientName" text, inn text, kpp text, "priceCategory" int, "periodGroup" text,
     "concludedOn" date, "archivedAt" timestamptz`,
  );
  return tx.$executeRaw`
    INSERT INTO contracts AS old
      (id, number, client_name, inn, kpp, price_category, period_group, concluded_on, archived_at, created_at)
    SELECT gen_random_uuid(), r.number, r."clientName", r.inn, r.kpp, r."priceCategory", r."periodGroup",
           r."concludedOn", r."archivedAt", ${now().toISOString()}::timestamptz
    FROM ${table} ORDER BY r.number
    ON CONFLICT (number) DO UPDATE SET
      client_name = excluded.client_name, inn = excluded.inn, kpp = excluded.kpp,
      price_category = excluded.price_category, period_group = excluded.period_group,
      concluded_on = excluded.concluded_on, archived_at = excluded.archived_at
    WHERE (old.client_name, old.inn, old.kpp, old.price_category, old.period_group, old.concluded_on, old.archived_at)
      IS DISTINCT FROM (excluded.client_name, excluded.inn, excluded.kpp, excluded.price_category,
                        excluded.period_group, excluded.concluded_on, excluded.archived_at)`;
}

/** The addresses sent are all the addresses of the contract: the others lose the right to link it. */
async function replaceEmails(tx: Tx, rows: ImportContracts): Promise<number> {
  const sent = asTable(
    rows.flatMap(({ number, emails }) => emails.map((email) => ({ number, email }))),
    "number text, email text",
  );
  const removed = await tx.$executeRaw`
    DELETE FROM contract_emails e USING contracts c
    WHERE c.id = e.contract_id AND c.number = ANY(${rows.map(({ number }) => number)}::text[])
      AND NOT EXISTS (SELECT FROM ${sent} WHERE r.number = c.number AND r.email = e.email)`;
  const added = await tx.$executeRaw`
    INSERT INTO contract_emails (contract_id, email)
    SELECT DISTINCT c.id, r.email FROM ${sent} JOIN contracts c ON c.number = r.number
    ON CONFLICT DO NOTHING`;
  return removed + added;
}
