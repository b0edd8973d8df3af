import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { BillKind } from "@/lib/bills/constants";
import { db } from "@/lib/db/client";
import { moneyIn } from "@/lib/payments/queries/money-in";
import type { Statement, StatementLine, StatementPeriod } from "@/lib/payments/rules/statement";

type LineRow = { day: string; kind: "charge" | "order" | "cabinet" | "refund"; number: string; bank: string | null; charge_kind: BillKind | null; amount: string };
type Row = { opening: string; charged: string; paid: string; total: number; lines: LineRow[] };

/** Charges and payments of a period, oldest first, with what was owed before it. */
export async function getStatement(scope: ContractScope, { from, to }: StatementPeriod, limit: number, offset: number): Promise<Statement> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH entries AS (
      SELECT document_date AS day, 'charge' AS kind, document_number AS number, NULL AS bank, kind::text AS charge_kind, amount
      FROM charges WHERE contract_id = ${scope.contractId}::uuid
      UNION ALL
      SELECT day, kind, number, bank, NULL, amount FROM (${moneyIn([scope.contractId])}) money
    ), period AS (
      SELECT * FROM entries WHERE day BETWEEN ${from}::date AND ${to}::date
    ), shown AS (
      SELECT *, row_number() OVER (ORDER BY day, kind, number) AS place FROM period ORDER BY place LIMIT ${limit} OFFSET ${offset}
    )
    SELECT (SELECT COALESCE(sum(CASE kind WHEN 'charge' THEN amount ELSE -amount END), 0)::text FROM entries WHERE day < ${from}::date) AS opening,
           COALESCE(sum(amount) FILTER (WHERE kind = 'charge'), 0)::text AS charged,
           COALESCE(sum(amount) FILTER (WHERE kind <> 'charge'), 0)::text AS paid,
           count(*)::int AS total,
           (SELECT COALESCE(json_agg(json_build_object('day', day, 'kind', kind, 'number', number, 'bank', bank, 'charge_kind', charge_kind,
                     'amount', amount::text) ORDER BY place), '[]') FROM shown) AS lines
    FROM period`;
  if (!row) throw new Error("a statement has no row");
  const { opening, charged, paid, total, lines } = row;
  return { opening: BigInt(opening), charged: BigInt(charged), paid: BigInt(paid), total, lines: lines.map(toLine) };
}

function toLine({ day, kind, number, bank, charge_kind, amount }: LineRow): StatementLine {
  const line = { day, number, amount: BigInt(amount) };
  if (kind === "charge") return { ...line, kind, chargeKind: charge_kind ?? "final" };
  return kind === "order" ? { ...line, kind, bank: bank ?? "" } : { ...line, kind };
}
