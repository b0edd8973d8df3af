import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { asTable } from "@/lib/integration/commands/as-table";
import { findUnknownContracts } from "@/lib/integration/commands/find-unknown-contracts";
import { runImport } from "@/lib/integration/commands/run-import";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import { findRepeated } from "@/lib/integration/rules";
import type { ImportPaymentOrders } from "@/lib/integration/schema";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";
import { confirmPayments } from "@/lib/payments/commands/confirm-payments";

/** Money as billing booked it; a payment of the cabinet named in it is confirmed. A confirmation is never taken back. */
export function importPaymentOrders(by: SystemActor, rows: ImportPaymentOrders): Promise<ImportOutcome> {
  const table = asTable(
    rows,
    `"contractNumber" text, "bankName" text, number text, "paidOn" date, amount bigint, purpose text, "cabinetNumber" bigint`,
  );
  const keyOf = ({ contractNumber, number, paidOn }: ImportPaymentOrders[number]) => `${contractNumber} ${number} ${paidOn}`;
  return runImport(by, "payment_orders", rows, keyOf, async (tx) => {
    const problems = [...findTwice(rows), ...(await findUnknownContracts(tx, table))];
    if (problems.length > 0) return problems;
    const paymentIds = await lockPayments(tx, table);
    const wrong = await findProblems(tx, table);
    if (wrong.length > 0) return wrong;
    const saved = await saveOrders(tx, table);
    await confirmPayments(tx, paymentIds);
    return saved;
  });
}

function findTwice(rows: ImportPaymentOrders): ImportProblem[] {
  return findRepeated(rows.flatMap(({ cabinetNumber }, row) => (cabinetNumber === null ? [] : [{ row, key: cabinetNumber }])));
}

/** A refund or a capture of the same payment waits, so that what is compared below is what stays. */
async function lockPayments(tx: Tx, table: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM payments p JOIN ${table} ON r."cabinetNumber" = p.number ORDER BY p.id FOR NO KEY UPDATE OF p`;
  return rows.map(({ id }) => id);
}

function findProblems(tx: Tx, table: Prisma.Sql): Promise<ImportProblem[]> {
  return tx.$queryRaw<ImportProblem[]>`
    SELECT "row", code, key FROM (
      SELECT r."row", r."cabinetNumber"::text AS key, CASE
               WHEN p.id IS NULL OR p.status <> 'succeeded' THEN 'unknown_payment'
               WHEN p.contract_id <> c.id THEN 'other_contract'
               WHEN p.captured_amount <> r.amount THEN 'other_amount'
               WHEN EXISTS (SELECT FROM payment_orders o WHERE o.payment_id = p.id AND (o.number, o.paid_on) <> (r.number, r."paidOn")) THEN 'booked_already'
               WHEN EXISTS (SELECT FROM payment_orders o WHERE o.contract_id = c.id AND (o.number, o.paid_on) = (r.number, r."paidOn") AND o.payment_id <> p.id)
                 THEN 'booked_already'
             END AS code
      FROM ${table} JOIN contracts c ON c.number = r."contractNumber" LEFT JOIN payments p ON p.number = r."cabinetNumber"
      WHERE r."cabinetNumber" IS NOT NULL
    ) named WHERE code IS NOT NULL ORDER BY "row" LIMIT ${MAX_PROBLEMS}`;
}

function saveOrders(tx: Tx, table: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO payment_orders AS old (id, contract_id, bank_name, number, paid_on, amount, purpose, payment_id)
    SELECT gen_random_uuid(), c.id, r."bankName", r.number, r."paidOn", r.amount, r.purpose, p.id
    FROM ${table} JOIN contracts c ON c.number = r."contractNumber" LEFT JOIN payments p ON p.number = r."cabinetNumber"
    ORDER BY c.id, r."paidOn", r.number
    ON CONFLICT (contract_id, number, paid_on) DO UPDATE SET
      bank_name = excluded.bank_name, amount = excluded.amount, purpose = excluded.purpose,
      payment_id = COALESCE(excluded.payment_id, old.payment_id)
    WHERE (old.bank_name, old.amount, old.purpose, old.payment_id)
      IS DISTINCT FROM (excluded.bank_name, excluded.amount, excluded.purpose, COALESCE(excluded.payment_id, old.payment_id))`;
}
