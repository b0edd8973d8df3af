import { gzipSync } from "node:zlib";
import { rounded } from "./bench-figures";
import type { Page } from "./bench-pages";
import type { Stand } from "./bench-stand";

/** Bytes, gzipped one by one, of the scripts a page's own HTML asks for. */
async function firstLoad(stand: Stand, page: Page, cookie: string): Promise<number> {
  const response = await fetch(stand.url + page.path, { headers: { cookie } });
  const html = await response.text();
  if (response.status !== 200 || !html.includes(page.marker)) throw new Error(`${page.path}: ${response.status}`);
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? ""));
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(new URL(source, stand.url));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return bytes;
}

export async function benchJavaScript(stand: Stand, hello: Page, pages: readonly (Page & { cookie: string })[]) {
  const base = await firstLoad(stand, hello, "");
  const figures: Record<string, unknown> = { emptyPageBytes: base };
  for (const page of pages) figures[page.name] = rounded((await firstLoad(stand, page, page.cookie)) / base);
  return figures;
}
