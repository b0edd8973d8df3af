import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BootFailure } from "./boot-install.mjs";

const MODELS = "prisma/models";
const STAMP = "lib/db/generated/.models";

function modelsHash() {
  const hash = createHash("sha256").update(readFileSync("node_modules/prisma/package.json"));
  for (const name of readdirSync(MODELS).sort()) hash.update(name).update(readFileSync(path.join(MODELS, name)));
  return hash.digest("hex");
}

/**
 * Makes the Prisma client when the models changed.
 * @param {string} node
 */
export function generateClient(node) {
  const hash = modelsHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  const done = spawnSync(node, ["node_modules/prisma/build/index.js", "generate"], {
    encoding: "utf8",
    // Generating needs no schema engine; any existing file keeps Prisma from fetching one.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (done.status !== 0) throw new BootFailure(`The Prisma client was not made:\n${(done.stderr || done.stdout || String(done.error)).trim()}`);
  writeFileSync(STAMP, hash);
}
