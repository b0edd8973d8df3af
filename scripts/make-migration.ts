// npm run make-migration -- NAME: writes the SQL that leads from the last migration to prisma/models.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withDatabase } from "./database";
import { diffSql, readSchema } from "./schema-diff";

const MODELS = path.resolve("prisma/models");
const MIGRATIONS = path.resolve("prisma/migrations");

function lastSchema(): string | null {
  const last = readdirSync(MIGRATIONS).sort().findLast((name) => existsSync(path.join(MIGRATIONS, name, "migration.sql")));
  return last === undefined ? null : readFileSync(path.join(MIGRATIONS, last, "schema.prisma"), "utf8");
}

function stamp(): string {
  return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}

async function makeMigration(name: string): Promise<string> {
  mkdirSync(MIGRATIONS, { recursive: true });
  const schema = readSchema(MODELS);
  const sql = await withDatabase((url) => diffSql(lastSchema(), schema, url));
  if (sql === "") return "prisma/models say nothing new since the last migration; nothing was written.";
  const folder = path.join(MIGRATIONS, `${stamp()}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), sql);
  writeFileSync(path.join(folder, "schema.prisma"), schema);
  return `Written: ${path.relative(process.cwd(), folder)}. Read it, add what Prisma cannot say (checks, partial indexes), then: npm run migrate`;
}

const name = process.argv[2] ?? "";
if (!/^[a-z0-9][a-z0-9_]*$/.test(name)) {
  console.error("Say what changes in words joined by _: npm run make-migration -- add_saved_cards");
  process.exit(1);
}
try {
  console.log(await makeMigration(name));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
