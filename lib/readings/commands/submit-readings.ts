import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { AuditEntry } from "@/lib/audit/writer";
import type { ContractScope } from "@/lib/auth/actor";
import { type Outcome, transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { findRepeated } from "@/lib/readings/commands/find-repeated";
import { lockRegisters } from "@/lib/readings/commands/lock-registers";
import { describeTheirs } from "@/lib/readings/commands/describe-theirs";
import { Overtaken, writeVersions } from "@/lib/readings/commands/write-versions";
import { type PeriodRow, toPeriod } from "@/lib/readings/queries/get-period";
import { getRegisterState, listRegisterLines } from "@/lib/readings/queries/list-register-lines";
import { planSubmission } from "@/lib/readings/rules/plan-submission";
import { windowState } from "@/lib/readings/rules/window-state";
import { unpackLines } from "@/lib/readings/rules/unpack-lines";
import type { BillingPeriod, EarlierPlan, SubmissionInput, SubmissionPlan, SubmitOutcome } from "@/lib/readings/types";

/** Up to so many registers their values stand in the audit themselves. */
const AUDITED_VALUES = 200;

type Extend = (tx: Tx, submissionId: string) => Promise<AuditEntry[]>;

const nothing = (result: SubmitOutcome): Outcome<SubmitOutcome> => ({ result, audit: [] });

/** What tells one content from another; the order of registers does not. */
function digestOf({ periodId, source, entries }: SubmissionInput): string {
  const rows = entries.map(({ registerId, text, version }) => [registerId, text, version] as const);
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify([periodId, source, rows])).digest("hex");
}

/** The lock holds off whoever closes the period until this submission is in. */
async function lockPeriod(tx: Tx, scope: ContractScope, periodId: string): Promise<BillingPeriod | null> {
  const [row] = await tx.$queryRaw<PeriodRow[]>`
    SELECT p.id, p.month::text, p.opens_at, p.closes_at, p.closed_at
    FROM billing_periods p JOIN contracts c ON c.period_group = p.period_group
    WHERE p.id = ${periodId}::uuid AND c.id = ${scope.contractId}::uuid
    FOR SHARE OF p`;
  return row ? toPeriod(row) : null;
}

type Writable = Omit<EarlierPlan, "state">;
type Plan = ({ ok: true } & Writable) | Extract<SubmissionPlan, { ok: false }>;

/** An earlier plan holds as long as the registers stand as they stood then: the same rules would give the same again. */
async function planNow(tx: Tx, scope: ContractScope, period: BillingPeriod, { entries, plan }: SubmissionInput): Promise<Plan> {
  const window = windowState(period, now(), env.supplierTimeZone);
  if (window.state !== "open") return { ok: false, reason: "window", window };
  if (plan && (await getRegisterState(scope, period, tx)) === plan.state) return { ok: true, changes: plan.changes, unchanged: plan.unchanged };
  const registerIds = entries.map(({ registerId }) => registerId);
  const lines = unpackLines(await listRegisterLines(scope, period, { registerIds, tx }));
  return planSubmission(lines, entries, period, now(), env.supplierTimeZone);
}

async function save(tx: Tx, scope: ContractScope, period: BillingPeriod, input: SubmissionInput, digest: string, plan: Writable, extend?: Extend): Promise<Outcome<SubmitOutcome>> {
  const id = randomUUID();
  const at = now();
  const userId = scope.actor.kind === "client" ? scope.actor.userId : null;
  const [submission] = await tx.$queryRaw<{ number: bigint }[]>`
    INSERT INTO submissions (id, contract_id, period_id, client_key, digest, source, user_id, created_at)
    VALUES (${id}::uuid, ${scope.contractId}::uuid, ${period.id}::uuid, ${input.clientKey}::uuid, ${digest},
            ${input.source}::"ReadingSource", ${userId}::uuid, ${at})
    ON CONFLICT (contract_id, client_key) DO NOTHING
    RETURNING number`;
  if (!submission) throw new Overtaken();
  const change = await writeVersions(tx, { submissionId: id, period, source: input.source, at }, plan.changes);
  const number = submission.number.toString();
  const month = period.month.toString().slice(0, 7);
  const saved = plan.changes.length;
  // Versions never change, so of many values the audit need not keep a copy.
  const values = saved <= AUDITED_VALUES ? change : { after: { readings: saved } };
  const audit: AuditEntry = { action: "readings.submit", subject: { kind: "submission", id }, ...values };
  return {
    result: { kind: "saved", receipt: { number, at, saved, unchanged: plan.unchanged.length } },
    audit: [audit, ...((await extend?.(tx, id)) ?? [])],
    // For the same reason the submission is enough to find what was sent.
    outbox: saved === 0 ? [] : [{ kind: "readings.submitted", payload: { submissionId: id, number, month, source: input.source, readings: saved } }],
  };
}

async function attempt(scope: ContractScope, input: SubmissionInput, extend?: Extend): Promise<SubmitOutcome> {
  return transact<SubmitOutcome>(scope, async (tx) => {
    const period = await lockPeriod(tx, scope, input.periodId);
    const registerIds = input.entries.map(({ registerId }) => registerId);
    await lockRegisters(tx, scope, registerIds);
    const digest = digestOf(input);
    const repeated = await findRepeated(tx, scope, input, digest);
    if (repeated) return nothing(repeated);
    // A period of another group answers as registers that are not there.
    if (!period) {
      return nothing({ kind: "refused", errors: registerIds.map((registerId) => ({ registerId, problem: { code: "unknown_register" } })) });
    }
    const plan = await planNow(tx, scope, period, input);
    if (!plan.ok) {
      return nothing(plan.reason === "window" ? { kind: "closed", window: plan.window } : { kind: "refused", errors: plan.errors });
    }
    const seen = new Map(input.entries.map(({ registerId, version }) => [registerId, version]));
    const overtaken = plan.changes.filter(({ registerId, replaces }) => seen.get(registerId) !== replaces);
    if (overtaken.length > 0) {
      return nothing({ kind: "conflict", registers: await describeTheirs(tx, period, overtaken.map(({ registerId }) => registerId)) });
    }
    return save(tx, scope, period, input, digest, plan, extend);
  });
}

/**
 * Takes readings of whole meters: all of them or none. The same key with the same content gives the same receipt however
 * often and from wherever it comes; `extend` writes more in the same transaction.
 */
export async function submitReadings(scope: ContractScope, input: SubmissionInput, extend?: Extend): Promise<SubmitOutcome> {
  try {
    return await attempt(scope, input, extend);
  } catch (error) {
    // Another writer was faster; now what it wrote is seen.
    if (error instanceof Overtaken) return attempt(scope, input, extend);
    throw error;
  }
}
