// First, so that it stands in for the request before anything reads one.
import { signIn } from "./upload-request";
import { randomUUID } from "node:crypto";
import type { ContractScope } from "@/lib/auth/actor";
import { resolveContract } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { getCurrentPeriod } from "@/lib/readings/queries/get-period";
import type { BillingPeriod, SubmissionEntry, SubmissionInput } from "@/lib/readings/types";

export const PLANT = "78010000000011";
export const NETWORK = "78010000000042";

/** What a person of the demonstration may do on a contract, through a real session. */
export async function scopeOf(email: string, contract: string): Promise<ContractScope> {
  await signIn(email);
  const actor = await getActor();
  const scope = actor?.kind === "client" ? resolveContract(actor, contract, "readings.submit") : "missing";
  if (typeof scope === "string") throw new Error(`${email} has no scope on ${contract}: ${scope}`);
  return scope;
}

export async function periodOf(scope: ContractScope): Promise<BillingPeriod> {
  const period = await getCurrentPeriod(scope);
  if (!period) throw new Error(`no period of ${scope.number}`);
  return period;
}

/** Ids of a meter's registers, quantities and zones in their order. */
export async function registersOf(serialNumber: string): Promise<string[]> {
  const registers = await db.register.findMany({ where: { meter: { serialNumber } }, orderBy: [{ quantity: "asc" }, { zone: "asc" }] });
  if (registers.length === 0) throw new Error(`no meter ${serialNumber}`);
  return registers.map(({ id }) => id);
}

export function entry(registerId: string | undefined, text: string, version: number | null = null): SubmissionEntry {
  if (registerId === undefined) throw new Error("no such register");
  return { registerId, text, version };
}

export function submission(period: BillingPeriod, entries: SubmissionEntry[], clientKey: string = randomUUID()): SubmissionInput {
  return { periodId: period.id, clientKey, source: "cabinet", entries };
}

/** How much is written of what a submission may touch: two equal answers mean that nothing was. */
export async function written() {
  const [submissions, readings, audit, outbox] = await Promise.all([
    db.submission.count(),
    db.reading.count(),
    db.auditEvent.count({ where: { action: "readings.submit" } }),
    db.outboxEvent.count({ where: { kind: "readings.submitted" } }),
  ]);
  return { submissions, readings, audit, outbox };
}

export async function chainOf(registerId: string | undefined, period: BillingPeriod) {
  const versions = await db.reading.findMany({ where: { registerId, periodId: period.id }, orderBy: { version: "asc" } });
  return versions.map(({ version, isCurrent, value, consumption }) => ({ version, isCurrent, value: value.toFixed(), consumption: consumption?.toFixed() ?? null }));
}
