import { advance, bank, listenToBank, resetBank } from "./payment-bank";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { expect, vi } from "vitest";
import { POST } from "@/app/api/webhooks/bank/route";
import type { ClientActor, ContractScope, StaffActor } from "@/lib/auth/actor";
import { resolveContract, resolveStaffContract } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { paymentJobs } from "@/lib/payments/jobs";
import { checkInvariants } from "@/lib/payments/queries/check-invariants";
import { startPayment } from "@/lib/payments/process/start-payment";
import { closeJobs } from "@/lib/platform/jobs";
import type { PaymentRequest } from "@/lib/payments/types";

export { advance, bank, resetBank };
export const MINUTE = 60_000;

let token: string | undefined;
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => (token === undefined ? undefined : { value: token }) }),
  headers: () => Promise.resolve(new Headers()),
}));

const stopListening = await listenToBank((request) => POST(new NextRequest(request)));

export async function stopStand(): Promise<void> {
  await stopListening();
  await bank.stop();
  await closeJobs();
  await db.$disconnect();
  await pool.end();
}

async function actorOf(userId: string): Promise<ClientActor | StaffActor> {
  token = randomBytes(32).toString("base64url");
  await pool.query(
    `INSERT INTO sessions (id, token_hash, user_id, created_at, expires_at) VALUES (gen_random_uuid(), $1, $2, '2026-11-20', '2030-01-01')`,
    [createHash("sha256").update(token).digest("hex"), userId],
  );
  const actor = await getActor();
  token = undefined;
  if (!actor) throw new Error("the session does not work");
  return actor;
}

async function insertUser(kind: "client" | "staff", name: [string, string], confirmed = true): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO users (id, kind, staff_role, email, email_confirmed_at, last_name, first_name, created_at)
     VALUES (gen_random_uuid(), $1::"UserKind", $2::"StaffRole", $3, $4, $5, $6, '2026-01-01') RETURNING id`,
    [kind, kind === "staff" ? "administrator" : null, `${randomUUID()}@demo.test`, confirmed ? "2026-01-01" : null, ...name],
  );
  return rows[0]?.id ?? "";
}

let contracts = 0;

/** A contract of its own for each test, with its number. */
export async function makeContract(): Promise<string> {
  contracts += 1;
  const number = String(78_990_000_000_000 + contracts);
  await pool.query(
    `INSERT INTO contracts (id, number, client_name, inn, price_category, created_at) VALUES (gen_random_uuid(), $1, 'ООО «Проверка»', '7801000012', 1, '2026-01-01')`,
    [number],
  );
  return number;
}

/** A member of the contract, as the session makes him. */
export async function makePayer(number: string, name: [string, string] = ["Иванова", "Анна"], confirmed = true): Promise<ContractScope> {
  const userId = await insertUser("client", name, confirmed);
  await pool.query(
    `INSERT INTO members (id, contract_id, user_id, role, created_at) SELECT gen_random_uuid(), id, $1, 'accountant', '2026-01-01' FROM contracts WHERE number = $2`,
    [userId, number],
  );
  const actor = await actorOf(userId);
  const scope = actor.kind === "client" ? resolveContract(actor, number, "payments.make") : "missing";
  if (typeof scope === "string") throw new Error("no such contract");
  return scope;
}

export function clientOf({ actor }: ContractScope): ClientActor {
  if (actor.kind !== "client") throw new Error("not a client");
  return actor;
}

export async function makeStaff(number: string): Promise<ContractScope> {
  const actor = await actorOf(await insertUser("staff", ["Петров", "Пётр"]));
  const scope = actor.kind === "staff" ? await resolveStaffContract(actor, number, "contracts.view") : "missing";
  if (typeof scope === "string") throw new Error("no such contract");
  return scope;
}

let bills = 0;

/** A bill of the contract, kopecks; later ones are due later. */
export async function makeBill(contractId: string, amount: bigint, dueOn = "2026-11-18"): Promise<string> {
  bills += 1;
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO bills (id, contract_id, number, kind, issued_on, due_on, month, amount)
     VALUES (gen_random_uuid(), $1, $2, 'final', '2026-11-05', $3, '2026-10-01', $4) RETURNING id`,
    [contractId, `129${String(bills).padStart(9, "0")}`, dueOn, amount],
  );
  return rows[0]?.id ?? "";
}

export function request(amount: bigint, billIds: string[], more: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    clientKey: randomUUID(),
    amount,
    billIds,
    method: "new_card",
    saveCard: false,
    receiptEmail: "buh@demo.test",
    purpose: "Оплата по договору",
    ...more,
  };
}

const runners = new Map(paymentJobs().map((definition) => [definition.kind.name, definition]));

export const paymentOf = (id: string) => db.payment.findUniqueOrThrow({ where: { id } });

/** A payment that has reached the bank; its id. */
export async function start(scope: ContractScope, amount: bigint, billIds: string[] = [], more: Partial<PaymentRequest> = {}): Promise<string> {
  const started = await startPayment(scope, request(amount, billIds, more));
  if (started.kind !== "started") throw new Error(`not started: ${started.kind}`);
  return started.paymentId;
}

/** What a worker would do now: everything that is enqueued. A job that dies is lost, as with a killed worker. */
export async function runJobs(): Promise<void> {
  const { rows: tables } = await pool.query("SELECT 1 FROM pg_tables WHERE schemaname = 'pgboss' AND tablename = 'job'");
  if (tables.length === 0) return;
  const { rows } = await pool.query<{ name: string; data: unknown }>(
    "WITH gone AS (DELETE FROM pgboss.job WHERE state = 'created' RETURNING name, data, created_on) SELECT name, data FROM gone ORDER BY created_on",
  );
  for (const { name, data } of rows) await runners.get(name)?.run(data);
}

/** One of the jobs of the timetable. */
export async function runTimed(name: "payment.sweep" | "payments.reconcile-recent"): Promise<void> {
  await runners.get(name)?.run({});
}

/** Notifications that are due arrive, and what they wake is done. */
export async function settle(): Promise<void> {
  await bank.control.settle();
  await runJobs();
}

/** So long with a worker that does what the timetable says. */
export async function pass(minutes: number): Promise<void> {
  for (let minute = 1; minute <= minutes; minute += 1) {
    advance(MINUTE);
    await settle();
    await runTimed("payment.sweep");
    if (minute % 5 === 0) await runTimed("payments.reconcile-recent");
  }
}

export function bankPayments(): { id: string; status: string; metadata: Record<string, string> }[] {
  return bank.control.state().payments as { id: string; status: string; metadata: Record<string, string> }[];
}

const TABLES = [
  ...["payments", "refunds", "ledger_entries", "bank_calls", "payment_claims", "payment_allocations", "card_links", "saved_cards"],
  ...["bank_notifications", "audit_events", "outbox_events", "mails", "bills", "rate_limit"],
];

/** As if nobody had ever paid, here and at the bank. Faster than TRUNCATE. */
export async function forgetPayments(): Promise<void> {
  resetBank();
  await pool.query(withoutTriggers(TABLES.map((table) => `DELETE FROM ${table}`).join("; ")));
}

/** Past what refuses to lose rows of the ledger and of events. */
export function withoutTriggers(sql: string): string {
  return `BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`;
}

/** Every invariant that the database can tell, after whatever a test did. */
export async function checkAndReset(): Promise<void> {
  resetBank();
  expect(await checkInvariants()).toEqual([]);
}

/** Ends our payment on the bank's page, as its payer would. */
export function payAtBank(paymentId: string, ...how: Tail<Parameters<typeof bank.control.pay>>): void {
  bank.control.pay(bankIdOf(paymentId), ...how);
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

/** The bank's id of our payment, as the bank knows it. */
export function bankIdOf(paymentId: string): string {
  const found = bankPayments().filter(({ metadata }) => metadata.payment_id === paymentId);
  if (found.length !== 1) throw new Error(`the bank has ${found.length} payments for ours`);
  return found[0]?.id ?? "";
}
