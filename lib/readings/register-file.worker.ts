import { parentPort } from "node:worker_threads";
import { planFile } from "@/lib/readings/rules/plan-file";
import type { RegisterFileJob, RegisterFileResult } from "@/lib/readings/types";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";

async function readFile({ bytes, lines }: RegisterFileJob): Promise<RegisterFileResult> {
  const sheet = await readRegisterSheet(Buffer.from(bytes));
  return sheet.ok ? { ok: true, plan: planFile(sheet.rows, lines) } : sheet;
}

parentPort?.on("message", (job: RegisterFileJob) => {
  void readFile(job).then((result) => parentPort?.postMessage(result));
});
