import { DEMONSTRATION } from "./environment";
import type { OwnContract } from "./own-contract";
import { CONTRACTS, type PersonaName } from "./personas";
import { query } from "./stand-database";

type NewBill = { dueOn: string; roubles: number; kind?: string };

/** Unpaid bills of a contract, in the given order. @returns their numbers. */
export async function makeBills({ number }: OwnContract, bills: readonly NewBill[]): Promise<string[]> {
  const made: string[] = [];
  for (const [place, { dueOn, roubles, kind = "advance" }] of bills.entries()) {
    const bill = `${number}${place + 1}`;
    await query(
      `INSERT INTO bills (id, contract_id, number, kind, issued_on, due_on, month, amount)
       SELECT gen_random_uuid(), id, $2, $3::"BillKind", '2026-11-01', $4, '2026-11-01', $5 FROM contracts WHERE number = $1`,
      [number, bill, kind, dueOn, String(roubles * 100)],
    );
    made.push(bill);
  }
  return made;
}

export type StoredPayment = { id: string; status: string; amount: string; captured: string; bank_id: string | null };

/** Payments of a contract, oldest first. */
export function paymentsOf({ number }: OwnContract): Promise<StoredPayment[]> {
  return query(
    `SELECT p.id, p.status::text, p.amount::text, p.captured_amount::text AS captured, p.bank_id
     FROM payments p JOIN contracts c ON c.id = p.contract_id WHERE c.number = $1 ORDER BY p.number`,
    [number],
  );
}

/** What captured money settled: number of a bill → kopecks. */
export async function settledOf({ number }: OwnContract): Promise<Record<string, string>> {
  const rows = await query<{ number: string; amount: string }>(
    `SELECT b.number, sum(a.amount)::text AS amount FROM payment_allocations a JOIN bills b ON b.id = a.bill_id
     JOIN contracts c ON c.id = b.contract_id WHERE c.number = $1 GROUP BY b.number ORDER BY b.number`,
    [number],
  );
  return Object.fromEntries(rows.map((row) => [row.number, row.amount]));
}

/** A refused payment of two members of the plant: things to look at that change no debt. */
export async function makeRefusedPayments(): Promise<Partial<Record<PersonaName, string>>> {
  const [administrator, accountant] = await Promise.all([makeRefusedPayment("admin@demo.test"), makeRefusedPayment("accountant@demo.test")]);
  return { administrator, accountant };
}

/** Its number, by which staff knows it. */
export async function numberOfPayment(id: string | undefined): Promise<string> {
  const [row] = await query<{ number: string }>("SELECT number::text FROM payments WHERE id::text = $1", [id]);
  if (!row) throw new Error("no such payment");
  return row.number;
}

async function makeRefusedPayment(email: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO payments (id, contract_id, user_id, client_key, digest, status, method, amount, purpose, receipt_email, bank_key, failure_reason, created_at, updated_at, live_until)
     SELECT gen_random_uuid(), c.id, u.id, gen_random_uuid(), 'made', 'canceled', 'new_card', 47837900, 'Оплата по договору № ' || c.number, u.email,
            gen_random_uuid()::text, 'insufficient_funds', $3, $3, $3
     FROM users u, contracts c WHERE u.email = $1 AND c.number = $2 RETURNING id`,
    [email, CONTRACTS.plant, DEMONSTRATION.AMPER_NOW],
  );
  if (!row) throw new Error("no payment was made");
  return row.id;
}
