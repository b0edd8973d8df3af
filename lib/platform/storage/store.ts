import type { Readable } from "node:stream";
import type { Spooled } from "@/lib/platform/storage/spool";

/** Where bytes live. Keys are made by `storeFile` alone, never from what a person typed. */
export type Store = {
  /** Where an incoming stream waits until it is complete. */
  spoolDir: string;
  /** Takes over the spooled file; afterwards it exists under the key, whole, or not at all. */
  keep: (spooled: Spooled, key: string, mediaType: string) => Promise<void>;
  open: (key: string) => Promise<Readable | null>;
  remove: (key: string) => Promise<void>;
};

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/;

export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error("Not a storage key");
  return key;
}
