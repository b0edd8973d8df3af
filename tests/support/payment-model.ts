import { advance, bank, bankPayments, clientOf, forgetPayments, makeBill, makeContract, makePayer, makeStaff, MINUTE, runJobs, runTimed, request } from "./payment-stand";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { checkMoney } from "@/lib/payments/process/check-money";
import { startCardLink } from "@/lib/payments/process/link-card";
import { approveRefund, startRefund } from "@/lib/payments/process/refund";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { startPayment } from "@/lib/payments/process/start-payment";
import { clock, Killed } from "./moving-clock";

/** How one call to the bank goes wrong; the bank has done it or has not. */
const fault = fc.constantFrom("none", "none", "none", "error_before", "error_after", "cut_before", "cut_after", "processing" as const);
/** After how many steps the process dies; most live. */
const kill = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 14 }) });
const which = fc.nat({ max: 9 });
const part = fc.constantFrom(1n, 2n, 3n);
const news = fc.constantFrom("notification_lost", "notification_doubled", "notification_reordered", "notification_late", "none" as const);

const commands = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("pay"),
      payer: fc.nat({ max: 1 }),
      bills: fc.oneof(fc.constant<number[]>([]), fc.subarray([0, 1, 2, 3], { maxLength: 2 })),
      kopecks: fc.bigInt({ min: 1n, max: 400_000n }),
      method: fc.constantFrom("new_card", "new_card", "sbp", "saved_card" as const),
      saveCard: fc.boolean(),
      clicks: fc.constantFrom(1, 1, 2, 3),
      fault,
      kill,
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("at the bank"), which, outcome: fc.constantFrom("succeeded", "succeeded", "succeeded", "general_decline" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("late money"), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("news"), news }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forged news"), which, known: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("return page"), which, fault, kill }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("refund"), which, part, clicks: fc.constantFrom(1, 2), large: fc.boolean(), fault, kill }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("refund at the bank"), which, part }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("card"), pays: fc.boolean(), fault, kill }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("worker"), fault, kill }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("comparison"), fault, kill }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("time"), minutes: fc.integer({ min: 1, max: 20 }) }) },
);

type Command = typeof commands extends fc.Arbitrary<infer T> ? T : never;
const sequence = fc.array(commands, { minLength: 40, maxLength: 40 });

type Ground = { payers: ContractScope[]; staff: ContractScope[]; contractId: string; bills: string[] };

const SWITCHES = ["error_before", "error_after", "cut_before", "cut_after", "processing"] as const;
const NEWS = ["notification_lost", "notification_doubled", "notification_reordered", "notification_late"] as const;
const off = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, false]));

const pick = <T>(items: readonly T[], place: number): T | undefined => items[place % Math.max(items.length, 1)];

/** Runs a part of the product as a process that may die on its way. */
async function alive(steps: number | null, work: () => Promise<unknown>): Promise<void> {
  if (steps !== null) clock.killAfter(steps);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    clock.revive();
  }
}

async function withFault(name: Command extends { fault: infer F } ? F : string, work: () => Promise<unknown>): Promise<void> {
  if (name !== "none") bank.control.switches({ [name]: { next: 1 } });
  try {
    await work();
  } finally {
    bank.control.switches(off(SWITCHES));
  }
}

const ourPayments = () => db.payment.findMany({ select: { id: true, bankId: true }, orderBy: { number: "asc" } });

async function savedCardOf(scope: ContractScope): Promise<string | undefined> {
  return (await db.savedCard.findFirst({ where: { userId: clientOf(scope).userId, removedAt: null }, select: { id: true } }))?.id;
}

const byStatus = (...statuses: string[]) => bankPayments().filter(({ status }) => statuses.includes(status));

async function worker(): Promise<void> {
  await runJobs();
  await runTimed("payment.sweep");
}

async function run(ground: Ground, command: Command): Promise<void> {
  switch (command.kind) {
    case "pay": {
      const scope = pick(ground.payers, command.payer);
      if (!scope) return;
      const savedCardId = command.method === "saved_card" ? await savedCardOf(scope) : undefined;
      const method = command.method === "saved_card" && savedCardId === undefined ? "new_card" : command.method;
      const bills = command.bills.flatMap((place) => ground.bills[place] ?? []);
      const asked = request(command.kopecks, bills, { method, saveCard: command.saveCard && method === "new_card", ...(savedCardId && { savedCardId }) });
      return withFault(command.fault, () => alive(command.kill, () => clicks(command.clicks, () => startPayment(scope, asked))));
    }
    case "at the bank": {
      const waiting = pick(byStatus("pending"), command.which);
      if (waiting) bank.control.pay(waiting.id, command.outcome);
      return bank.control.settle();
    }
    case "late money": {
      const ended = pick(byStatus("canceled").filter(({ metadata }) => metadata.payment_id !== undefined), command.which);
      if (ended) bank.control.pay(ended.id, "succeeded", { late: true });
      return bank.control.settle();
    }
    case "news":
      bank.control.switches({ ...off(NEWS), ...(command.news !== "none" && { [command.news]: { ms: 4 * MINUTE } }) });
      return;
    case "forged news":
      if (bankPayments().length > 0) bank.control.forge(command.known ? pick(bankPayments(), command.which)?.id : undefined);
      return bank.control.settle();
    case "return page": {
      const payment = pick(await ourPayments(), command.which);
      return payment && withFault(command.fault, () => alive(command.kill, () => refreshPayment(payment.id)));
    }
    case "refund":
      return withFault(command.fault, () => refund(ground, command));
    case "refund at the bank": {
      const paid = pick(byStatus("succeeded"), command.which) as { id: string; amount: { value: string }; refunded_amount: { value: string } } | undefined;
      if (!paid) return;
      const left = kopecksOf(paid.amount.value) - kopecksOf(paid.refunded_amount.value);
      if (left / command.part > 0n) bank.control.refundAtBank(paid.id, roubles(left / command.part));
      return bank.control.settle();
    }
    case "card": {
      const scope = ground.payers[0];
      if (!scope) return;
      await withFault(command.fault, () => alive(command.kill, () => startCardLink(clientOf(scope), { clientKey: randomUUID() })));
      const hold = byStatus("pending").find(({ metadata }) => metadata.card_link_id !== undefined);
      if (hold && command.pays) bank.control.pay(hold.id);
      return bank.control.settle();
    }
    case "worker":
      return withFault(command.fault, () => alive(command.kill, worker));
    case "comparison":
      return withFault(command.fault, () => alive(command.kill, () => runTimed("payments.reconcile-recent")));
    case "time":
      advance(command.minutes * MINUTE);
      return bank.control.settle();
  }
}

const kopecksOf = (value: string) => BigInt(value.replace(".", ""));
const roubles = (kopecks: bigint) => `${kopecks / 100n}.${String(kopecks % 100n).padStart(2, "0")}`;

/** Waits for all, also when one of them dies. */
async function clicks(count: number, click: () => Promise<unknown>): Promise<void> {
  const results = await Promise.allSettled(Array.from({ length: count }, click));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

async function refund({ staff }: Ground, command: Extract<Command, { kind: "refund" }>): Promise<void> {
  const [first, second] = staff;
  const payment = pick(await db.payment.findMany({ where: { status: "succeeded" }, orderBy: { number: "asc" } }), command.which);
  if (!payment || !first || !second) return;
  const amount = payment.amount / command.part;
  if (amount === 0n) return;
  const asked = { paymentId: payment.id, amount, reason: "Проверка", clientKey: randomUUID() };
  await alive(command.kill, () => clicks(command.clicks, () => startRefund(first, asked)));
  if (!command.large) return;
  const requested = await db.refund.findFirst({ where: { status: "requested" }, select: { id: true } });
  if (requested) await alive(command.kill, () => clicks(command.clicks, () => approveRefund(second, requested.id)));
}

async function makeGround(): Promise<Ground> {
  const number = await makeContract();
  const payers = [await makePayer(number), await makePayer(number, ["Быков", "Борис"])];
  const staff = [await makeStaff(number), await makeStaff(number)];
  return { payers, staff, contractId: payers[0]?.contractId ?? "", bills: [] };
}

async function clear(ground: Ground): Promise<void> {
  await forgetPayments();
  ground.bills = [await makeBill(ground.contractId, 100_000n), await makeBill(ground.contractId, 250_000n), await makeBill(ground.contractId, 77_777n), await makeBill(ground.contractId, 1n)];
}

/** Whatever happened: a quarter of an hour after faults stop the bank and we say the same, and nothing was ever wrong. */
async function converge(): Promise<void> {
  bank.control.switches({ ...off(SWITCHES), ...off(NEWS) });
  for (let step = 0; step < 3; step += 1) {
    advance(5 * MINUTE);
    await bank.control.settle();
    await worker();
    await runTimed("payments.reconcile-recent");
  }
  expect(await checkMoney()).toEqual({ breaches: [], bank: "agrees" });
  const open = await db.payment.findMany({ where: { status: { in: ["created", "submitting", "unknown"] } }, select: { id: true, status: true } });
  expect(open).toEqual([]);
  expect(await db.payment.count({ where: { heldReason: { not: null } } })).toBe(0);
}

async function runSequence(ground: Ground, sequence: readonly Command[]): Promise<void> {
  await clear(ground);
  for (const command of sequence) await run(ground, command);
  await converge();
}

/** As many sequences as asked, each followed by every check; the seed is printed and can be given back in MODEL_SEED, another number in MODEL_RUNS. */
export async function runModel(usual: number): Promise<void> {
  const numRuns = Number(process.env.MODEL_RUNS ?? usual);
  const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`payments model: ${numRuns} sequences of 40 commands, MODEL_SEED=${seed}`);
  const ground = await makeGround();
  await fc.assert(fc.asyncProperty(sequence, (commands) => runSequence(ground, commands)), { numRuns, seed, endOnFailure: process.env.MODEL_SHRINK !== "1" });
}
