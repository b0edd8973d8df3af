import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";

export type Spooled = { path: string; size: number; sha256: string };

/** Writes a stream of unknown length to a temporary file that is safely on disk; `null` when it is over the limit. */
export async function spool(source: AsyncIterable<Uint8Array>, dir: string, maxBytes: number): Promise<Spooled | null> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, randomUUID());
  const hash = createHash("sha256");
  let size = 0;
  let kept = false;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      // Leaving the loop also ends the source, so the rest of a huge upload is never read.
      if (size > maxBytes) return null;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    kept = true;
    return { path, size, sha256: hash.digest("hex") };
  } finally {
    await file.close();
    if (!kept) await rm(path, { force: true });
  }
}
