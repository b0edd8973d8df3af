import { Worker } from "node:worker_threads";
import { createWorkerPool } from "@/lib/platform/worker-thread";
import { FILE_WORKER } from "@/lib/readings/constants";
import type { TableJob } from "@/lib/readings/types";

const runInThread = createWorkerPool<TableJob, ArrayBuffer>({
  ...FILE_WORKER,
  start: () => new Worker(new URL("../table-file.worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: FILE_WORKER.memoryMb } }),
});

/** `writeTable` off the main thread. Null: the table is too big for the limits, or too many are being written. */
export async function writeTableFile(job: TableJob): Promise<ArrayBuffer | null> {
  const result = await runInThread(job);
  return result.ok ? result.data : null;
}
