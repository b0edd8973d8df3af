import { Worker } from "node:worker_threads";
import { createWorkerPool } from "@/lib/platform/worker-thread";
import { TABLE_WORKER } from "@/lib/tables/constants";
import type { TableJob } from "@/lib/tables/types";

const runInThread = createWorkerPool<TableJob, ArrayBuffer>({
  ...TABLE_WORKER,
  start: () => new Worker(new URL("../table-file.worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: TABLE_WORKER.memoryMb } }),
});

/** `writeTable` off the main thread. Null: the table is too big for the limits, or too many are being written. */
export async function writeTableFile(job: TableJob): Promise<ArrayBuffer | null> {
  const result = await runInThread(job);
  return result.ok ? result.data : null;
}
