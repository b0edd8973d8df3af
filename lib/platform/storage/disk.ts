import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkedKey, type Store } from "@/lib/platform/storage/store";

/** Without it a name made a moment before a power cut may be gone after it. Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

export function diskStore(root: string): Store {
  const pathOf = (key: string) => join(root, checkedKey(key));
  return {
    // Beside the files, because a rename is atomic only within one file system.
    spoolDir: join(root, "incoming"),
    async keep(spooled, key) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await rename(spooled.path, path);
      await syncFolder(dirname(path));
    },
    async open(key) {
      try {
        return (await open(pathOf(key), "r")).createReadStream();
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
