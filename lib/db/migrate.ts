import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";

type Migration = { name: string; sql: string; checksum: string };
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null };

/** The database and the code do not fit together, or a migration failed; the message says what to do. */
export class MigrationError extends Error {}

// The key Prisma's own CLI locks, so the two never run at once.
const LOCK_KEY = 72707369;

const BOOKKEEPING = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

function readMigrations(dir: string): Migration[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, "migration.sql")))
    .map(({ name }) => {
      // A checkout with Windows line ends is the same migration.
      const sql = readFileSync(path.join(dir, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nextMigration(migrations: Migration[], applied: AppliedRow[]): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database has migration ${name}, which this version does not know: a newer version has upgraded it. ` +
          "Start that version, or restore a backup made before the upgrade.",
      );
    }
    if (finished_at === null) {
      throw new MigrationError(`Migration ${name} was left unfinished by another tool. Resolve it with: npx prisma migrate resolve`);
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it had been applied. Restore prisma/migrations/${name}/migration.sql and put the change into a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.find((migration) => !done.has(migration.name));
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new MigrationError(`Migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`);
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

// One transaction a step: the lock also holds behind a pooler, and a step killed in the middle leaves nothing.
async function step(client: Client, migrations: Migration[]): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
    await client.query("SET LOCAL client_min_messages = warning");
    await client.query(BOOKKEEPING);
    const { rows } = await client.query<AppliedRow>(
      `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    );
    const next = nextMigration(migrations, rows);
    if (next !== undefined) await applyOne(client, next);
    await client.query("COMMIT");
    return next?.name;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Brings the database to the state the code expects and returns the names of the migrations just applied. */
export async function applyMigrations(databaseUrl: string, dir = path.resolve("prisma/migrations")): Promise<string[]> {
  const migrations = readMigrations(dir);
  const client = new Client({ connectionString: databaseUrl });
  // A lost connection also rejects the query in flight, which is where it is reported.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const names: string[] = [];
    for (let name = await step(client, migrations); name !== undefined; name = await step(client, migrations)) names.push(name);
    return names;
  } finally {
    await client.end();
  }
}
