import { parentPort } from "node:worker_threads";
import { writeReceipt } from "@/lib/payments/pdf/write-receipt";
import type { ReceiptText } from "@/lib/payments/rules/receipt";

async function work(text: ReceiptText): Promise<void> {
  const bytes = new Uint8Array(await writeReceipt(text)).buffer;
  parentPort?.postMessage(bytes, [bytes]);
}

parentPort?.on("message", (text: ReceiptText) => void work(text));
