import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { BillKind } from "@/lib/bills/constants";
import { db } from "@/lib/db/client";
import type { PaymentMethod } from "@/lib/payments/constants";
import type { Receipt } from "@/lib/payments/rules/receipt";

type Row = {
  number: string;
  contract: string;
  client_name: string;
  inn: string;
  amount: bigint;
  refunded_amount: bigint;
  purpose: string;
  method: PaymentMethod;
  method_title: string | null;
  captured_at: Date;
  bank_id: string | null;
  settled: { number: string; kind: BillKind; amount: string }[];
};

/** A payment that came on one of these contracts, whoever made it; null for any other. */
export async function getReceipt(scopes: ContractScope[], id: string): Promise<Receipt | null> {
  const contractIds = scopes.map(({ contractId }) => contractId);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p.number::text, c.number AS contract, c.client_name, c.inn, p.amount, p.refunded_amount, p.purpose, p.method::text, p.method_title,
           p.captured_at, p.bank_id,
           (SELECT COALESCE(json_agg(json_build_object('number', b.number, 'kind', b.kind, 'amount', a.amount::text) ORDER BY b.due_on, b.number), '[]')
            FROM payment_allocations a JOIN bills b ON b.id = a.bill_id WHERE a.payment_id = p.id) AS settled
    FROM payments p JOIN contracts c ON c.id = p.contract_id
    WHERE p.id = ${id}::uuid AND p.contract_id = ANY(${contractIds}::uuid[]) AND p.captured_at IS NOT NULL`;
  if (!row) return null;
  const { client_name, refunded_amount, method_title, captured_at, bank_id, settled, ...same } = row;
  return {
    ...same,
    clientName: client_name,
    refunded: refunded_amount,
    methodTitle: method_title,
    capturedAt: captured_at,
    bankId: bank_id,
    settled: settled.map((bill) => ({ ...bill, amount: BigInt(bill.amount) })),
  };
}
