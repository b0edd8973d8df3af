import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { CHART_MONTHS } from "@/lib/payments/constants";
import { moneyIn } from "@/lib/payments/queries/money-in";
import { chartFrom, type ChartMonth } from "@/lib/payments/rules/chart";
import { today } from "@/lib/platform/clock";

type Row = { month: string; billed: string; paid: string };

/** Bills by the month they were issued in and money by the month it came in, oldest first, months without either included. */
export async function listChart(scope: ContractScope): Promise<ChartMonth[]> {
  const from = chartFrom(today(), CHART_MONTHS);
  const rows = await db.$queryRaw<Row[]>`
    WITH months AS (
      SELECT (${from}::date + make_interval(months => n))::date AS first FROM generate_series(0, ${CHART_MONTHS - 1}::int) n
    ), billed AS (
      SELECT date_trunc('month', issued_on)::date AS first, sum(amount) AS amount
      FROM bills WHERE contract_id = ${scope.contractId}::uuid AND issued_on >= ${from}::date GROUP BY 1
    ), paid AS (
      SELECT date_trunc('month', day)::date AS first, sum(amount) AS amount
      FROM (${moneyIn([scope.contractId])}) money WHERE day >= ${from}::date GROUP BY 1
    )
    SELECT to_char(first, 'YYYY-MM') AS month, COALESCE(billed.amount, 0)::text AS billed, COALESCE(paid.amount, 0)::text AS paid
    FROM months LEFT JOIN billed USING (first) LEFT JOIN paid USING (first) ORDER BY first`;
  return rows.map(({ month, billed, paid }) => ({ month, billed: BigInt(billed), paid: BigInt(paid) }));
}
