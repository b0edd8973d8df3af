import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";

/** All files of a schema folder as one text, in the order of their names. */
export function readSchema(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma")).sort();
  return `${names.map((name) => readFileSync(path.join(folder, name), "utf8").trim()).join("\n\n")}\n`;
}

let loaded = false;

// The package imports its .wasm as a module, which Node still warns about, so it is instantiated by hand.
function loadEngine(): typeof engine.SchemaEngine {
  if (!loaded) {
    const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const compiled = new WebAssembly.Module(readFileSync(file.replace(/\.js$/, ".wasm")));
    const instance = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": { ...engine } });
    engine.__wbg_set_wasm(instance.exports);
    const { __wbindgen_start: start } = instance.exports as { __wbindgen_start?: () => void };
    start?.();
    loaded = true;
  }
  return engine.SchemaEngine;
}

function datamodel(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

/** SQL that leads from one Prisma schema (null: an empty database) to another; "" when they are equal. */
export async function diffSql(fromSchema: string | null, toSchema: string, url: string): Promise<string> {
  const pool = new Pool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  try {
    const schemaEngine = await loadEngine().new({ datamodels: [["schema.prisma", toSchema]] }, () => undefined, adapter);
    const { stdout } = await schemaEngine.diff({
      from: fromSchema === null ? { tag: "empty" } : datamodel(fromSchema),
      to: datamodel(toSchema),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    schemaEngine.free();
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : `${sql}\n`;
  } finally {
    await pool.end();
  }
}
