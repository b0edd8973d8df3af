import { MessageChannel, Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { createWorkerPool } from "@/lib/platform/worker-thread";
import type { FilePreview } from "@/lib/readings/types";
import type { RegisterTexts, UploadJob } from "@/lib/readings/xlsx/upload-thread";
import { HEADERS, makeRegisterFile, makeWorkbook, registerRow, rowXml } from "@/tests/support/workbooks";

const MEGABYTE = 1024 * 1024;

/** The thread of the product without a bundler, with limits of its own. */
function makeReader(memoryMb: number, timeoutMs: number) {
  const entry = new URL("../../../../lib/readings/register-upload.worker.ts", import.meta.url);
  const start = () => new Worker(entry, { execArgv: ["--import", "tsx"], stderr: true, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const run = createWorkerPool<UploadJob, FilePreview>({ start, timeoutMs, threads: 1, waiting: 0, idleMs: 10_000 });
  return async (bytes: Buffer) => {
    const { port1, port2 } = new MessageChannel();
    const file = new Uint8Array(bytes).buffer;
    port1.postMessage({ lines: "[]", state: "" } satisfies RegisterTexts);
    const result = await run({ kind: "preview", file, lines: port2 }, [file, port2]);
    port1.close();
    return result;
  };
}

/** The longest the main loop was away while something ran. */
async function longestPause(work: Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const at = performance.now();
    [last, longest] = [at, Math.max(longest, at - last)];
  }, 5);
  await work;
  clearInterval(timer);
  return longest;
}

/** A sheet within every limit of the archive that becomes very many cells. */
function makeHeavyFile(): Buffer {
  const cells = Array.from({ length: 200 }, (_, index) => `${index}-${index * 7919}`);
  const rows = Array.from({ length: 2000 }, (_, index) => rowXml(cells.map((cell) => `${cell}-${index * 104_729}`), index + 2));
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowXml(HEADERS, 1)}${rows.join("")}</sheetData></worksheet>`;
  return makeWorkbook([{ name: "Лист1", xml }]);
}

describe("a thread that reads files", () => {
  it("reads file after file, hostile ones between", async () => {
    const read = makeReader(512, 20_000);
    const good = makeRegisterFile(12442);
    const bomb = makeWorkbook([{ name: "Лист1", xml: " ".repeat(40 * MEGABYTE) }]);
    expect(await read(good)).toMatchObject({ ok: true, data: { ok: true, counts: { wrong: 1 } } });
    expect(await read(bomb)).toMatchObject({ data: { ok: false, refusal: { code: "archive_too_big" } } });
    expect(await read(makeWorkbook([{ name: "__proto__", rows: [["__proto__", "constructor"]] }]))).toMatchObject({ data: { refusal: { code: "no_header" } } });
    expect(await read(makeRegisterFile(12442, { extra: [{ name: "xl/x.xml", content: Buffer.alloc(60 * MEGABYTE), claimedSize: 9 }] }))).toMatchObject({ data: { refusal: { code: "broken" } } });
    expect(await read(makeWorkbook([{ name: "Лист1", rows: [HEADERS, registerRow("abc")] }]))).toMatchObject({ data: { ok: true } });
  });

  it("is stopped when a file takes too much memory, and the main loop does not notice", async () => {
    const file = makeHeavyFile();
    expect(file.length).toBeLessThan(10 * MEGABYTE);
    const reading = makeReader(40, 10_000)(file);
    expect(await longestPause(reading)).toBeLessThan(1000);
    // On a busy machine the collector may fight for memory until the time is over.
    expect([{ ok: false, failure: "memory" }, { ok: false, failure: "timeout" }]).toContainEqual(await reading);
  });

  it("is stopped when a file takes too long", async () => {
    expect(await makeReader(512, 30)(makeHeavyFile())).toEqual({ ok: false, failure: "timeout" });
  });
});
