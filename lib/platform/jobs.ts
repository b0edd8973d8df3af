import "server-only";
import { type ConstructorOptions, fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/lib/db/types";
import { env } from "@/lib/platform/env";
import type { JobEntry, JobKind } from "@/lib/platform/job-kind";
import { log } from "@/lib/platform/log";

export type { JobEntry } from "@/lib/platform/job-kind";

export type JobDefinition = Readonly<{
  kind: Pick<JobEntry, "name" | "options">;
  run: (data: unknown) => Promise<void>;
  /** Minute hour day month weekday, in the supplier's time zone; such a kind takes no data. */
  cron?: string;
}>;

export function defineJob<T extends object>(
  kind: JobKind<T>,
  handler: (data: T) => Promise<void>,
  schedule: { cron?: string } = {},
): JobDefinition {
  return { kind, run: async (data) => handler(kind.schema.parse(data ?? {})), ...schedule };
}

/** While the database is away every worker of every queue fails each second; one line in half a minute tells it. */
const QUIET_MS = 30_000;

function logRarely(): (err: Error) => void {
  let silentUntil = 0;
  return (err) => {
    if (performance.now() < silentUntil) return;
    silentUntil = performance.now() + QUIET_MS;
    log.error({ err }, "job queue");
  };
}

export function createBoss(options: Omit<ConstructorOptions, "connectionString" | "schema">): PgBoss {
  if (env.databaseUrl === undefined) throw new Error("Jobs need DATABASE_URL");
  const boss = new PgBoss({ connectionString: env.databaseUrl, schema: "pgboss", application_name: "amper jobs", ...options });
  boss.on("error", logRarely());
  return boss;
}

export function queueOptions({ retryLimit, retryDelaySeconds, expireSeconds }: JobEntry["options"]) {
  return { retryLimit, retryDelay: retryDelaySeconds, retryBackoff: retryLimit > 0, expireInSeconds: expireSeconds };
}

let opened: Promise<PgBoss> | undefined;
const queues = new Map<string, Promise<void>>();

async function open(): Promise<PgBoss> {
  // The first process to enqueue makes the tables, whichever it is: a person must not wait for a worker.
  const installer = createBoss({ max: 1, supervise: false, schedule: false });
  await installer.start();
  await installer.stop({ graceful: false });
  // A connection of its own: borrowing one from a pool full of waiting transactions would stop them all.
  return createBoss({ max: 1, migrate: false, supervise: false, schedule: false }).start();
}

function remembered<T>(attempt: Promise<T>, forget: () => void): Promise<T> {
  attempt.catch(forget);
  return attempt;
}

async function senderFor(entry: JobEntry): Promise<PgBoss> {
  opened ??= remembered(open(), () => (opened = undefined));
  const boss = await opened;
  const queue =
    queues.get(entry.name) ??
    remembered(boss.createQueue(entry.name, queueOptions(entry.options)), () => queues.delete(entry.name));
  queues.set(entry.name, queue);
  await queue;
  return boss;
}

/** Jobs become visible to workers when the transaction commits, and never if it does not. */
export async function enqueueAll(tx: Tx, entries: readonly JobEntry[]): Promise<void> {
  for (const [name, group] of Map.groupBy(entries, (entry) => entry.name)) {
    const [first] = group;
    if (first === undefined) continue;
    const boss = await senderFor(first);
    const jobs = group.map(({ data, startAfter }) => ({ data, ...(startAfter && { startAfter: startAfter.toISOString() }) }));
    const ids = await boss.insert(name, jobs, { db: fromPrisma(tx), returnId: true });
    if (ids?.length !== group.length) throw new Error(`Not every ${name} job was enqueued`);
  }
}

/** Scripts and tests that enqueued something call it, otherwise their process stays. */
export async function closeJobs(): Promise<void> {
  const boss = await opened?.catch(() => undefined);
  opened = undefined;
  queues.clear();
  await boss?.stop({ graceful: false });
}
