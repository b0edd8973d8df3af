import { parentPort } from "node:worker_threads";
import type { TableJob } from "@/lib/tables/types";
import { writeTable } from "@/lib/tables/xlsx/write-table";

parentPort?.on("message", ({ sheetName, columns, rows }: TableJob) => {
  const bytes = new Uint8Array(writeTable(sheetName, columns, rows)).buffer;
  parentPort?.postMessage(bytes, [bytes]);
});
