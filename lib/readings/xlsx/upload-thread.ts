import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { createWorkerPool, type WorkerFailure } from "@/lib/platform/worker-thread";
import { FILE_WORKER } from "@/lib/readings/constants";
import type { FilePreview, FileRefusal } from "@/lib/readings/types";
import { sniffWorkbook } from "@/lib/readings/xlsx/sniff-workbook";

/** What `listRegisterLinesAndState` gives. */
export type RegisterTexts = { lines: string; state: string };

/** `lines` is the text of `listRegisterLines`; for a preview it comes through a port while the file is being read. */
export type UploadJob = { kind: "preview"; file: ArrayBuffer; lines: MessagePort } | { kind: "template"; lines: string };

const REFUSALS: Record<WorkerFailure, FileRefusal> = {
  timeout: { code: "too_complex" },
  memory: { code: "too_complex" },
  crashed: { code: "broken" },
  busy: { code: "busy" },
};

function startThread(): Worker {
  const worker = new Worker(new URL("../register-upload.worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: FILE_WORKER.memoryMb },
    stderr: true,
  });
  // The library complains about odd files on stderr; the refusal says it better.
  worker.stderr.resume();
  return worker;
}

const runInThread = createWorkerPool<UploadJob, FilePreview | ArrayBuffer>({ ...FILE_WORKER, start: startThread });

const broken: FilePreview = { ok: false, refusal: REFUSALS.crashed };

/** Reads a register file off the main thread while the database gathers the registers it is matched with. The bytes stay usable. */
export async function previewRegisterFile(bytes: Buffer, loadLines: () => Promise<RegisterTexts>): Promise<FilePreview> {
  const sniffed = sniffWorkbook(bytes);
  if (!sniffed.ok) return sniffed;
  const { port1: ours, port2: theirs } = new MessageChannel();
  const file = new Uint8Array(bytes).buffer;
  const lines = loadLines().then(
    (registers) => ours.postMessage(registers),
    (error: unknown) => {
      ours.postMessage(null);
      throw error;
    },
  );
  try {
    const [result] = await Promise.all([runInThread({ kind: "preview", file, lines: theirs }, [file, theirs]), lines]);
    if (!result.ok) return { ok: false, refusal: REFUSALS[result.failure] };
    return result.data instanceof ArrayBuffer ? broken : result.data;
  } finally {
    ours.close();
  }
}

/** The template of a contract, written off the main thread. Null: too many are being written, or it took too long. */
export async function buildRegisterTemplate(lines: string): Promise<ArrayBuffer | null> {
  const result = await runInThread({ kind: "template", lines });
  return result.ok && result.data instanceof ArrayBuffer ? result.data : null;
}
