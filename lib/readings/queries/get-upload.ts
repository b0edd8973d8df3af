import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";
import { type PeriodRow, toPeriod } from "@/lib/readings/queries/get-period";
import type { PreviewCounts, Upload } from "@/lib/readings/types";

type Row = {
  id: string;
  contract_id: string;
  number: string;
  client_name: string;
  period: PeriodRow;
  file_name: string;
  status: "ready" | "committed" | "discarded";
  expires_at: Date;
  counts: PreviewCounts;
  receipt_number: string | null;
  receipt_at: Date | null;
  saved: number;
};

function toUpload(row: Row): Upload {
  const expired = row.status === "ready" && row.expires_at <= now();
  const { receipt_number: number, receipt_at: at } = row;
  return {
    id: row.id,
    contract: { number: row.number, clientName: row.client_name },
    period: toPeriod(row.period),
    fileName: row.file_name,
    status: expired ? "expired" : row.status,
    counts: row.counts,
    receipt: number === null || at === null ? null : { number, at, saved: row.saved, unchanged: row.counts.same },
  };
}

/** An own upload on one of the contracts; anyone else's is missing. */
export async function getUpload(scopes: readonly ContractScope[], id: string): Promise<{ upload: Upload; scope: ContractScope } | null> {
  const [first] = scopes;
  if (first?.actor.kind !== "client") return null;
  const contractIds = scopes.map(({ contractId }) => contractId);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u.id, u.contract_id, c.number, c.client_name, to_json(p) AS period,
           f.name AS file_name, u.status::text, u.expires_at, u.preview -> 'counts' AS counts,
           s.number::text AS receipt_number, s.created_at AS receipt_at,
           (SELECT count(*)::int FROM readings g WHERE g.submission_id = s.id) AS saved
    FROM reading_uploads u
    JOIN contracts c ON c.id = u.contract_id
    JOIN billing_periods p ON p.id = u.period_id
    JOIN stored_files f ON f.id = u.file_id
    LEFT JOIN submissions s ON s.id = u.submission_id
    WHERE u.id = ${id}::uuid AND u.user_id = ${first.actor.userId}::uuid AND u.contract_id = ANY(${contractIds}::uuid[])`;
  const scope = scopes.find(({ contractId }) => contractId === row?.contract_id);
  return row && scope ? { upload: toUpload(row), scope } : null;
}
