import { once } from "node:events";
import { parentPort, type MessagePort } from "node:worker_threads";
import { packPreview } from "@/lib/readings/rules/pack-preview";
import { planFile } from "@/lib/readings/rules/plan-file";
import { unpackLines } from "@/lib/readings/rules/unpack-lines";
import type { FilePreview } from "@/lib/readings/types";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";
import type { RegisterTexts, UploadJob } from "@/lib/readings/xlsx/upload-thread";
import { writeRegisterTemplate } from "@/lib/readings/xlsx/write-register-template";

async function preview(file: ArrayBuffer, port: MessagePort): Promise<FilePreview> {
  const sheet = await readRegisterSheet(Buffer.from(file));
  if (!sheet.ok) return sheet;
  const [registers] = (await once(port, "message")) as [RegisterTexts | null];
  if (registers === null) throw new Error("the registers of the contract did not come");
  const lines = unpackLines(registers.lines);
  const { counts, preview } = packPreview(planFile(sheet.rows, lines), lines, registers.state);
  return { ok: true, counts, preview: JSON.stringify({ counts, ...preview }) };
}

async function work(job: UploadJob): Promise<void> {
  if (job.kind === "preview") {
    parentPort?.postMessage(await preview(job.file, job.lines));
    return;
  }
  const bytes = new Uint8Array(writeRegisterTemplate(unpackLines(job.lines))).buffer;
  parentPort?.postMessage(bytes, [bytes]);
}

parentPort?.on("message", (job: UploadJob) => void work(job));
