import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/platform/env";

/**
 * Money of contracts as rows contract_id, day, kind, number, bank, amount: what billing booked, what came through the
 * cabinet and is not booked yet, and what was given back.
 */
export function moneyIn(contractIds: readonly string[]): Prisma.Sql {
  const ids = [...contractIds];
  return Prisma.sql`
    SELECT o.contract_id, o.paid_on AS day, 'order' AS kind, o.number, o.bank_name AS bank, o.amount
    FROM payment_orders o WHERE o.contract_id = ANY(${ids}::uuid[])
    UNION ALL
    SELECT p.contract_id, (p.captured_at AT TIME ZONE ${env.supplierTimeZone})::date, 'cabinet', p.number::text, NULL, p.captured_amount
    FROM payments p
    WHERE p.contract_id = ANY(${ids}::uuid[]) AND p.captured_amount > 0 AND NOT EXISTS (SELECT FROM payment_orders o WHERE o.payment_id = p.id)
    UNION ALL
    SELECT p.contract_id, (r.updated_at AT TIME ZONE ${env.supplierTimeZone})::date, 'refund', p.number::text, NULL, -r.amount
    FROM refunds r JOIN payments p ON p.id = r.payment_id
    WHERE p.contract_id = ANY(${ids}::uuid[]) AND r.status = 'succeeded'`;
}
