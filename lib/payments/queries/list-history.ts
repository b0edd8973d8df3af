import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { PaymentMethod, PaymentStatus } from "@/lib/payments/constants";
import type { PaymentLine } from "@/lib/payments/rules/describe-line";
import type { Period } from "@/lib/payments/rules/history-period";
import { env } from "@/lib/platform/env";

type Row = {
  number: string;
  day: string;
  amount: bigint;
  purpose: string;
  bank_name: string | null;
  id: string | null;
  status: PaymentStatus | null;
  method: PaymentMethod | null;
  method_title: string | null;
  refunded: bigint;
  held: boolean;
  total: number;
  paid: string;
};

export type PaymentHistory = {
  lines: PaymentLine[];
  /** Lines of the period, also of other pages. */
  total: number;
  /** Kopecks that came in the period and were not given back. */
  paid: bigint;
};

/** Payments of the cabinet and those billing told of, newest first; one that both know is one line. */
export async function listPaymentHistory(scope: ContractScope, { from, to }: Period, limit: number, offset = 0): Promise<PaymentHistory> {
  const rows = await db.$queryRaw<Row[]>`
    WITH lines AS (
      SELECT p.number::text, (COALESCE(p.captured_at, p.created_at) AT TIME ZONE ${env.supplierTimeZone})::date AS day,
             COALESCE(p.captured_at, p.created_at) AS at, p.amount, p.captured_amount - p.refunded_amount AS came, p.purpose,
             o.bank_name, p.id, p.status::text, p.method::text, p.method_title, p.refunded_amount AS refunded, p.held_reason IS NOT NULL AS held
      FROM payments p LEFT JOIN payment_orders o ON o.payment_id = p.id
      WHERE p.contract_id = ${scope.contractId}::uuid
      UNION ALL
      SELECT o.number, o.paid_on, NULL, o.amount, o.amount, o.purpose, o.bank_name, NULL, NULL, NULL, NULL, 0, false
      FROM payment_orders o WHERE o.contract_id = ${scope.contractId}::uuid AND o.payment_id IS NULL
    )
    SELECT number, day::text, amount, purpose, bank_name, id, status, method, method_title, refunded, held,
           count(*) OVER ()::int AS total, (sum(came) OVER ())::text AS paid
    FROM lines WHERE day BETWEEN ${from}::date AND ${to}::date
    ORDER BY lines.day DESC, at DESC NULLS LAST, number DESC
    LIMIT ${limit} OFFSET ${offset}`;
  return { lines: rows.map(toLine), total: rows[0]?.total ?? 0, paid: BigInt(rows[0]?.paid ?? 0) };
}

function toLine({ number, day, amount, purpose, bank_name, id, status, method, method_title, refunded, held }: Row): PaymentLine {
  const cabinet = id === null || status === null || method === null ? null : { id, status, method, methodTitle: method_title, refunded, held };
  return { number, day, amount, purpose, bankName: bank_name, cabinet };
}
