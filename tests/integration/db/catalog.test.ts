import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyMigrations } from "@/lib/db/migrate";
import { diffSql, readSchema } from "@/scripts/schema-diff";
import { type EmptyDatabase, createEmptyDatabase } from "../../support/empty-database";

const MIGRATIONS = resolve("prisma/migrations");
const models = readSchema(resolve("prisma/models"));

const COLUMNS = `
  SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || COALESCE(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`;
const KEYS = `
  SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint
  WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
  ORDER BY 1`;
const ENUMS = `
  SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname ORDER BY 1`;
const INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1";

let migrated: EmptyDatabase;
let modelled: EmptyDatabase;

beforeAll(async () => {
  [migrated, modelled] = await Promise.all([createEmptyDatabase(), createEmptyDatabase()]);
  await applyMigrations(migrated.url);
  await modelled.run(await diffSql(null, models, modelled.url));
});

afterAll(async () => {
  await Promise.all([migrated.drop(), modelled.drop()]);
});

it.each([
  ["columns, types, nullability and defaults", COLUMNS],
  ["primary, unique and foreign keys", KEYS],
  ["enumerations", ENUMS],
])("migrations and models agree on %s", async (_name, sql) => {
  const expected = (await modelled.read(sql)).flat();
  expect(expected.length).toBeGreaterThan(0);
  expect((await migrated.read(sql)).flat()).toEqual(expected);
});

it("migrations have every index of the models, and of their own only what Prisma cannot say", async () => {
  const own = new Set((await modelled.read(INDEXES)).flat());
  const found = new Set((await migrated.read(INDEXES)).flat());
  expect([...own].filter((index) => !found.has(index))).toEqual([]);
  const extra = [...found].filter((index) => !own.has(index)).map(String);
  expect(extra.filter((index) => !/ WHERE | USING (?!btree)|\(\w+\(|NULLS NOT DISTINCT|\bINCLUDE\b|COLLATE/.test(index))).toEqual([]);
});

it("the last migration stores the schema it leads to", async () => {
  const last = readdirSync(MIGRATIONS).sort().at(-1) ?? "";
  const stored = readFileSync(join(MIGRATIONS, last, "schema.prisma"), "utf8");
  expect(await diffSql(stored, models, modelled.url)).toBe("");
});
