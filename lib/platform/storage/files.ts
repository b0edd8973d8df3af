import "server-only";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { diskStore } from "@/lib/platform/storage/disk";
import { s3Store } from "@/lib/platform/storage/s3";
import { spool } from "@/lib/platform/storage/spool";
import type { Store } from "@/lib/platform/storage/store";

/** The data of a `StoredFile` row. */
export type NewFile = {
  id: string;
  name: string;
  mediaType: string;
  size: bigint;
  sha256: string;
  storageKey: string;
  createdAt: Date;
};

export type StoreResult = { ok: true; file: NewFile } | { ok: false; code: "too_large" };

const NAME_MAX = 200;

const configured: Store = env.s3 === undefined ? diskStore(env.storageDir) : s3Store(env.s3);

/** For people only: a name is shown and offered on download, and never becomes a path. */
function shownName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/\p{C}/gu, "").trim().slice(0, NAME_MAX) || "file";
}

/**
 * Keeps the bytes and returns the row to write in the command that follows; if that command fails, the caller
 * removes the file.
 */
export async function storeFile(
  source: AsyncIterable<Uint8Array>,
  meta: { name: string; mediaType: string; maxBytes: number },
  store: Store = configured,
): Promise<StoreResult> {
  const spooled = await spool(source, store.spoolDir, meta.maxBytes);
  if (spooled === null) return { ok: false, code: "too_large" };
  const id = randomUUID();
  const storageKey = `${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
  try {
    await store.keep(spooled, storageKey, meta.mediaType);
  } catch (error) {
    await rm(spooled.path, { force: true });
    throw error;
  }
  const { size, sha256 } = spooled;
  const file = { id, name: shownName(meta.name), mediaType: meta.mediaType, size: BigInt(size), sha256, storageKey, createdAt: now() };
  return { ok: true, file };
}

/** `null` when the bytes are gone, which the caller answers as a missing file. */
export async function openFile(storageKey: string, store: Store = configured): Promise<Readable | null> {
  return store.open(storageKey);
}

export async function removeFile(storageKey: string, store: Store = configured): Promise<void> {
  await store.remove(storageKey);
}
