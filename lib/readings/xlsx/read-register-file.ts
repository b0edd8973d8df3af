import { Worker } from "node:worker_threads";
import { createWorkerPool, type WorkerFailure } from "@/lib/platform/worker-thread";
import { FILE_WORKER } from "@/lib/readings/constants";
import type { FileRefusal, RegisterFileJob, RegisterFileResult, RegisterLine } from "@/lib/readings/types";
import { sniffWorkbook } from "@/lib/readings/xlsx/sniff-workbook";

const REFUSALS: Record<WorkerFailure, FileRefusal> = {
  timeout: { code: "too_complex" },
  memory: { code: "too_complex" },
  crashed: { code: "broken" },
  busy: { code: "busy" },
};

function startThread(): Worker {
  const worker = new Worker(new URL("../register-file.worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: FILE_WORKER.memoryMb },
    stderr: true,
  });
  // The library complains about odd files on stderr; the refusal says it better.
  worker.stderr.resume();
  return worker;
}

const runInThread = createWorkerPool<RegisterFileJob, RegisterFileResult>({
  ...FILE_WORKER,
  start: startThread,
});

/** Reads a register file and plans it against the registers of the contract, off the main thread. The bytes stay usable. */
export async function readRegisterFile(bytes: Buffer, lines: RegisterLine[]): Promise<RegisterFileResult> {
  const sniffed = sniffWorkbook(bytes);
  if (!sniffed.ok) return sniffed;
  const copy = new Uint8Array(bytes).buffer;
  const result = await runInThread({ bytes: copy, lines }, [copy]);
  return result.ok ? result.data : { ok: false, refusal: REFUSALS[result.failure] };
}
