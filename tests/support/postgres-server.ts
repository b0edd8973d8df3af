import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "@/lib/db/migrate";
import { startPostgres } from "@/scripts/postgres";

/** A migrated database in a server that lives as long as the process which forked this one. */
const dataDir = mkdtempSync(join(tmpdir(), "amper-test-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
const starting = startPostgres({ dataDir, fsync: false });

async function stop(): Promise<void> {
  await (await starting).stop();
  process.exit();
}

// The parent may be gone before the server stands.
process.on("disconnect", () => void stop());
// Ctrl-C reaches the whole group; the parent disconnects when it has finished.
process.on("SIGINT", () => undefined);
const server = await starting;
await applyMigrations(server.url);
process.send?.(server.url);
