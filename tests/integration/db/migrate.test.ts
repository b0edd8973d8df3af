import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { applyMigrations } from "@/lib/db/migrate";
import { type EmptyDatabase, createEmptyDatabase } from "../../support/empty-database";

const FIRST = "CREATE TABLE first (id int PRIMARY KEY);\nINSERT INTO first VALUES (1);\n";
let database: EmptyDatabase;
let dir: string;

const apply = () => applyMigrations(database.url, dir);
const countOf = async (table: string) => (await database.read(`SELECT count(*)::int FROM ${table}`)).flat()[0];

function write(migration: string, sql: string): void {
  mkdirSync(join(dir, migration), { recursive: true });
  writeFileSync(join(dir, migration, "migration.sql"), sql);
}

beforeEach(async () => {
  database = await createEmptyDatabase();
  dir = mkdtempSync(join(tmpdir(), "amper-migrations-"));
  write("001_first", FIRST);
  write("002_second", "DO $$ BEGIN EXECUTE 'CREATE TABLE second (id int)'; END $$;");
});

afterEach(async () => {
  await database.drop();
  rmSync(dir, { recursive: true });
});

it("applies what is new, in order, once, and keeps Prisma's books", async () => {
  expect(await apply()).toEqual(["001_first", "002_second"]);
  expect(await apply()).toEqual([]);
  write("003_third", "INSERT INTO first VALUES (2);");
  expect(await apply()).toEqual(["003_third"]);
  expect(await countOf("first")).toBe(2);
  const books = await database.read(`
    SELECT migration_name, length(checksum), finished_at >= started_at, applied_steps_count, rolled_back_at
    FROM _prisma_migrations ORDER BY started_at`);
  expect(books).toEqual(["001_first", "002_second", "003_third"].map((name) => [name, 64, true, 1, null]));
});

it("lets runners that start together apply every migration once", async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, apply));
  expect(applied.flat().sort()).toEqual(["001_first", "002_second"]);
  expect(await countOf("first")).toBe(1);
});

it("undoes a failed migration whole, names it, and goes on once it is corrected", async () => {
  write("002_second", "CREATE TABLE half (id int);\nSELECT 1/0;");
  await expect(apply()).rejects.toThrow("Migration 002_second failed and was undone: division by zero");
  expect(await database.read("SELECT to_regclass('half'), to_regclass('first') IS NOT NULL")).toEqual([[null, true]]);
  write("002_second", "CREATE TABLE half (id int);");
  expect(await apply()).toEqual(["002_second"]);
});

it("refuses an applied migration that was changed, but not one with other line ends", async () => {
  await apply();
  write("001_first", FIRST.replaceAll("\n", "\r\n"));
  expect(await apply()).toEqual([]);
  write("001_first", `${FIRST}-- and more`);
  await expect(apply()).rejects.toThrow(/^Migration 001_first was changed after it had been applied\. Restore .*001_first\/migration\.sql/);
});

it("refuses a database that a newer version has upgraded", async () => {
  await apply();
  rmSync(join(dir, "002_second"), { recursive: true });
  await expect(apply()).rejects.toThrow(/migration 002_second, which this version does not know.*restore a backup/);
});

it("refuses to go past a migration another tool left unfinished", async () => {
  await apply();
  await database.run("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '002_second'");
  await expect(apply()).rejects.toThrow(/002_second was left unfinished/);
  await database.run("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '002_second'");
  await database.run("DROP TABLE second");
  expect(await apply()).toEqual(["002_second"]);
});
