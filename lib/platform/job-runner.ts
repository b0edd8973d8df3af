import "server-only";
import type { PgBoss } from "pg-boss";
import { env } from "@/lib/platform/env";
import { createBoss, type JobDefinition, queueOptions } from "@/lib/platform/jobs";
import { log, withLogFields } from "@/lib/platform/log";

const CONNECTIONS = 4;
const POLL_SECONDS = 1;
/** How long running jobs may finish after a signal; what did not is repeated by another worker. */
const STOP_MS = 3_000;

async function attend(boss: PgBoss, definition: JobDefinition): Promise<void> {
  const { name } = definition.kind;
  const options = queueOptions(definition.kind.options);
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
  await boss.work<unknown>(name, { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
    for (const { id, data } of jobs) {
      await withLogFields({ job: name, jobId: id }, async () => {
        try {
          await definition.run(data);
          log.debug("job done");
        } catch (err) {
          log.error({ err }, "job failed");
          throw err;
        }
      });
    }
  });
}

async function reschedule(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const wanted = definitions.filter((definition) => definition.cron !== undefined);
  for (const { name, key } of await boss.getSchedules()) {
    if (!wanted.some((definition) => definition.kind.name === name)) await boss.unschedule(name, key);
  }
  for (const { kind, cron } of wanted) {
    if (cron !== undefined) await boss.schedule(kind.name, cron, {}, { tz: env.supplierTimeZone });
  }
}

/** Runs every given job until `stop`; kinds and schedules nobody defines any more are left alone and removed. */
export async function startJobs(definitions: readonly JobDefinition[]): Promise<{ stop: () => Promise<void> }> {
  const boss = createBoss({ max: CONNECTIONS });
  await boss.start();
  for (const definition of definitions) await attend(boss, definition);
  await reschedule(boss, definitions);
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MS }) };
}
