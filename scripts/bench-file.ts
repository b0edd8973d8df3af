import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { from } from "pg-copy-streams";
import { read, utils } from "xlsx";
import { BENCH_CONTRACT, benchFile } from "./bench-contract";
import { median, percentile, rounded } from "./bench-figures";
import type { Stand } from "./bench-stand";

const ROUNDS = 7;
const PROBE_PAUSE_MS = 5;

async function must(response: Response, status: number, marker?: string): Promise<string> {
  const body = await response.text();
  if (response.status !== status || (marker !== undefined && !body.includes(marker))) {
    throw new Error(`${response.url}: ${response.status}, wanted ${status} with «${marker ?? ""}»: ${body.slice(0, 300)}`);
  }
  return body;
}

/** What a person waits for: upload, the preview page, the confirmation. */
async function ours(stand: Stand, cookie: string, bytes: Buffer): Promise<number> {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), "readings.xlsx");
  const headers = { cookie, origin: stand.url };
  const started = performance.now();
  const uploaded = await fetch(`${stand.url}/api/uploads/readings?contract=${BENCH_CONTRACT}`, { method: "POST", headers, body: form });
  const { id } = JSON.parse(await must(uploaded, 201)) as { id: string };
  const page = `${stand.url}/readings/upload/${id}`;
  const preview = await must(await fetch(page, { headers }), 200, "Передать показания");
  await must(await fetch(page, { method: "POST", headers, body: plainForm(preview, id) }), 200, "Показания сохранены");
  return performance.now() - started;
}

/** The confirmation as a browser without JavaScript sends it: the hidden fields of its form. */
function plainForm(html: string, id: string): FormData {
  const start = html.lastIndexOf("<form", html.indexOf(`value="${id}"`));
  const markup = html.slice(start, html.indexOf("</form>", start));
  const form = new FormData();
  for (const [input] of markup.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? "";
    if (name !== undefined) form.set(unescaped(name), unescaped(value));
  }
  return form;
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The least any program would do: parse the sheet, copy its rows into a table. */
async function bare(client: Client, bytes: Buffer): Promise<number> {
  const started = performance.now();
  const book = read(bytes, { dense: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("no sheet");
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 }).slice(1);
  const lines = rows.map((row) => `${row[0] ?? ""}\t${row[3] ?? ""}\t${(row[8] ?? "").replace(",", ".")}\n`);
  await pipeline(Readable.from(lines.join("")), client.query(from("COPY bench_rows FROM STDIN")));
  return performance.now() - started;
}

/** Latencies of the hello page asked again and again until `work` is done. */
async function probe(stand: Stand, work: Promise<unknown>): Promise<number[]> {
  const latencies: number[] = [];
  let running = true;
  void work.finally(() => (running = false)).catch(() => undefined);
  while (running) {
    const started = performance.now();
    await must(await fetch(`${stand.url}/dev/hello`), 200, "hello-world");
    latencies.push(performance.now() - started);
    await sleep(PROBE_PAUSE_MS);
  }
  await work;
  return latencies;
}

export async function benchFileUpload(stand: Stand, cookie: string) {
  const client = new Client({ connectionString: stand.databaseUrl });
  await client.connect();
  await client.query("CREATE TEMP TABLE bench_rows (facility text, serial text, value numeric)");
  await ours(stand, cookie, benchFile(0));
  await bare(client, benchFile(0));
  const ratios: number[] = [];
  const times: number[] = [];
  const p99Ratios: number[] = [];
  const longest: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bytes = benchFile(round);
    const base = await bare(client, bytes);
    const idle = await probe(stand, sleep(3000));
    // Timed without the probe, which would take a share of the cores, then once more under it.
    const time = await ours(stand, cookie, bytes);
    const busy = await probe(stand, ours(stand, cookie, benchFile(round + 100)));
    times.push(time);
    ratios.push(time / base);
    p99Ratios.push(percentile(busy, 0.99) / percentile(idle, 0.99));
    longest.push(Math.max(...busy) - median(idle));
  }
  await client.end();
  return {
    rows: 5000,
    rounds: ROUNDS,
    ratioToBareParseAndCopy: rounded(median(ratios)),
    milliseconds: rounded(median(times)),
    helloP99RatioMeanwhile: rounded(median(p99Ratios)),
    /** Upper bound of a block of the event loop: the slowest hello answer above its idle median. */
    helloSlowestAboveIdleMs: rounded(median(longest)),
  };
}
