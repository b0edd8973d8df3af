import { crc32, inflateRawSync } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

export type ArchiveLimits = { maxUnpackedBytes: number; maxRatio: number; maxEntries: number };
export type ArchiveRefusal = "broken" | "encrypted" | "too_big";
export type Unpacked = { ok: true; files: Map<string, Buffer> } | { ok: false; reason: ArchiveRefusal };

const STORED = 0;
const DEFLATED = 8;

/** Carries the reason out of the steps below. */
class Refused extends Error {
  constructor(readonly reason: ArchiveRefusal) {
    super(reason);
  }
}

/** Every entry as the directory declares it, refused before a byte is unpacked. */
async function listEntries(zip: ZipFile, packedBytes: number, limits: ArchiveLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.maxEntries) throw new Refused("too_big");
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refused("encrypted");
    // Two entries of one name let two readers see two different files.
    if (names.has(entry.fileName.toLowerCase())) throw new Refused("broken");
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw new Refused("broken");
    names.add(entry.fileName.toLowerCase());
    total += entry.uncompressedSize;
    if (total > limits.maxUnpackedBytes || total > packedBytes * limits.maxRatio) throw new Refused("too_big");
    entries.push(entry);
  }
  return entries;
}

/** Unpacks one entry into at most the size it declares: a directory that lies is refused. */
async function unpackEntry(zip: ZipFile, entry: Entry, bytes: Buffer): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const size = entry.uncompressedSize;
  const content = entry.compressionMethod === STORED ? packed : size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: size });
  if (content.length !== size || crc32(content) !== entry.crc32) throw new Refused("broken");
  return content;
}

/** Unpacks the wanted entries of a zip within limits. Blocks while it inflates, so it belongs in a worker thread. */
export async function unpackArchive(bytes: Buffer, limits: ArchiveLimits, wanted: (name: string) => boolean): Promise<Unpacked> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    const entries = await listEntries(zip, bytes.length, limits);
    const files = new Map<string, Buffer>();
    for (const entry of entries) {
      if (!entry.fileName.endsWith("/") && wanted(entry.fileName)) files.set(entry.fileName, await unpackEntry(zip, entry, bytes));
    }
    return { ok: true, files };
  } catch (error) {
    return { ok: false, reason: error instanceof Refused ? error.reason : "broken" };
  }
}
