import { Worker } from "node:worker_threads";
import { RECEIPT_WORKER } from "@/lib/payments/constants";
import type { ReceiptText } from "@/lib/payments/rules/receipt";
import { createWorkerPool } from "@/lib/platform/worker-thread";

const runInThread = createWorkerPool<ReceiptText, ArrayBuffer>({
  ...RECEIPT_WORKER,
  start: () => new Worker(new URL("../receipt.worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: RECEIPT_WORKER.memoryMb } }),
});

/** `writeReceipt` off the main thread. Null: too many are being made. */
export async function writeReceiptFile(text: ReceiptText): Promise<ArrayBuffer | null> {
  const result = await runInThread(text);
  return result.ok ? result.data : null;
}
