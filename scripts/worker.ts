import { authJobs } from "@/lib/auth/jobs";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { beat, BEAT_SECONDS } from "@/lib/platform/health";
import { cleanLimitsJob } from "@/lib/platform/housekeeping";
import { startJobs } from "@/lib/platform/job-runner";
import { closeJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { mailJobs } from "@/lib/platform/mail/jobs";
import { paymentJobs } from "@/lib/payments/jobs";
import { readingsJobs } from "@/lib/readings/jobs";

/** Longest a shutdown may take, ms: whoever stops us may not wait 5 seconds. */
const EXIT_MS = 4_500;

const DEFINITIONS = [...mailJobs(), ...authJobs(), ...readingsJobs(), ...paymentJobs(), cleanLimitsJob];

let stopping = false;
let runner: { stop: () => Promise<void> } | undefined;

async function stop(reason: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, "worker stops");
  setTimeout(() => process.exit(1), EXIT_MS).unref();
  await Promise.allSettled([runner?.stop(), closeJobs()]);
  await Promise.allSettled([db.$disconnect(), pool.end()]);
  process.exit(0);
}

async function sayAlive(): Promise<void> {
  await beat("worker").catch((err: unknown) => log.error({ err }, "heartbeat"));
}

process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
// The parent is gone: nobody else would ever stop this process.
process.on("disconnect", () => void stop("parent gone"));

try {
  runner = await startJobs(DEFINITIONS);
  await beat("worker");
  setInterval(() => void sayAlive(), BEAT_SECONDS * 1000).unref();
  log.info({ jobs: DEFINITIONS.map((definition) => definition.kind.name) }, "worker ready");
  process.send?.("ready");
} catch (err) {
  log.fatal({ err }, "worker did not start");
  process.exit(1);
}
