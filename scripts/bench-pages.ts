import autocannon from "autocannon";
import { median, rounded } from "./bench-figures";
import type { Stand } from "./bench-stand";

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 7;

export type Page = { name: string; path: string; marker: string };

type Round = { perSecond: number; p99: number };

/** Only answers with status 200 and their marker count; anything else ends the bench. */
async function load(url: string, cookie: string, marker: string): Promise<Round> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: { cookie }, verifyBody: (body) => String(body).includes(marker) });
  const wrong = result.non2xx + result.mismatches + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${url}: ${wrong} answers without status 200 and «${marker}»`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** Requests a second and p99 of each page ÷ the same of the hello page, asked in turn. */
export async function benchPages(stand: Stand, cookie: string, hello: Page, pages: readonly Page[]) {
  const rounds = new Map(pages.map(({ name }) => [name, [] as { ratio: number; p99Ratio: number; perSecond: number }[]]));
  const helloPerSecond: number[] = [];
  for (const page of [hello, ...pages]) await load(stand.url + page.path, cookie, page.marker);
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = await load(stand.url + hello.path, cookie, hello.marker);
    helloPerSecond.push(base.perSecond);
    for (const page of pages) {
      const { perSecond, p99 } = await load(stand.url + page.path, cookie, page.marker);
      rounds.get(page.name)?.push({ ratio: perSecond / base.perSecond, p99Ratio: p99 / base.p99, perSecond });
    }
  }
  const figures = [...rounds].map(([name, all]) => [
    name,
    {
      requestsRatio: rounded(median(all.map(({ ratio }) => ratio))),
      p99Ratio: rounded(median(all.map(({ p99Ratio }) => p99Ratio))),
      requestsPerSecond: rounded(median(all.map(({ perSecond }) => perSecond))),
    },
  ]);
  return { rounds: ROUNDS, helloPerSecond: rounded(median(helloPerSecond)), ...Object.fromEntries(figures) } as Record<string, unknown>;
}
