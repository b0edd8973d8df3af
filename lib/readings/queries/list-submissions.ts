import "server-only";
import type { ContractScope, StaffActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { SubmissionRow } from "@/lib/readings/types";

type Row = Omit<SubmissionRow, "number"> & { number: bigint; total: number };

/** Latest submissions first: of one contract by its scope, of all contracts for a member of staff. */
export async function listSubmissions(
  by: ContractScope | StaffActor,
  page: number,
  perPage: number,
): Promise<{ total: number; submissions: SubmissionRow[] }> {
  const contractId = "contractId" in by ? by.contractId : null;
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.number, s.created_at AS "at", s.source::text, p.month::text, c.number AS contract, c.client_name AS "clientName",
           concat_ws(' ', u.last_name, u.first_name) AS "by",
           (SELECT count(*)::int FROM readings g WHERE g.submission_id = s.id) AS saved, count(*) OVER ()::int AS total
    FROM submissions s
    JOIN contracts c ON c.id = s.contract_id
    JOIN billing_periods p ON p.id = s.period_id
    LEFT JOIN users u ON u.id = s.user_id
    WHERE ${contractId}::uuid IS NULL OR s.contract_id = ${contractId}::uuid
    ORDER BY s.number DESC
    LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`;
  return {
    total: rows[0]?.total ?? 0,
    submissions: rows.map(({ total: _, number, ...row }) => ({ ...row, number: number.toString() })),
  };
}
