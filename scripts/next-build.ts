import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "./run-node";
import { StartProblem } from "./start-checks";

const STAMP = ".next/amper-build";
const INPUTS = [
  ...["app", "components", "lib", "public", "prisma/models", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...["next.config.ts", "postcss.config.mjs", "package.json", "package-lock.json"],
];
// Made from prisma/models by the version in the lockfile, both of which are counted.
const GENERATED = path.join("lib", "db", "generated");

function filesOf(place: string): string[] {
  if (place === GENERATED || !existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)));
}

/** One number for everything a build is made of. */
export function hashInputs(inputs: string[]): string {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesOf)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

type BuildOptions = { env: NodeJS.ProcessEnv; log: (line: string) => void; signal?: AbortSignal };

/** Runs `next build` unless the build in `.next` was made of exactly these files. */
export async function buildWhenStale({ env, log, signal }: BuildOptions): Promise<void> {
  const hash = hashInputs(INPUTS);
  const fresh = existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash && existsSync(".next/BUILD_ID");
  if (fresh) return;
  log("Building the cabinet, about a minute…");
  rmSync(STAMP, { force: true });
  const { ok, output } = await runNode(["node_modules/next/dist/bin/next", "build"], { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }, signal);
  if (signal?.aborted === true) return;
  if (!ok && /ENOSPC|no space left/i.test(output)) throw new StartProblem("The disk became full during the build. Free 1 GB and start again.");
  if (!ok) throw new StartProblem(`The build failed:\n${output}`);
  writeFileSync(STAMP, hash);
}
