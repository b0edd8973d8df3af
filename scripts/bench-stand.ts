import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { runNode } from "./run-node";
import { addressOf } from "./postgres";

/** The moment at which the bench stands: one readings window is open. */
const NOW = "2026-11-21T12:00:00+03:00";

export type Stand = {
  url: string;
  databaseUrl: string;
  /** Milliseconds from the command to the first healthy answer. */
  startMs: number;
  stop: () => Promise<void>;
};

export const newFolder = () => mkdtempSync(path.join(tmpdir(), "amper-bench-"));

/** A demonstration started by the very command people use, in a data folder of its own. */
export async function startStand(folder: string, port: number, checkout = process.cwd()): Promise<Stand> {
  const env = { ...process.env, AMPER_DATA_DIR: folder, PORT: String(port), AMPER_NOW: NOW, AMPER_DEMO: "1", LOG_LEVEL: "error" };
  delete (env as Record<string, string | undefined>).DATABASE_URL;
  const started = performance.now();
  const child = spawn("npm", ["start"], { cwd: checkout, env, stdio: ["ignore", "inherit", "inherit"] });
  const exited = once(child, "exit");
  const url = `http://localhost:${port}`;
  while ((await fetch(`${url}/api/health`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error("npm start did not come up");
    await sleep(50);
  }
  const startMs = performance.now() - started;
  const databaseUrl = addressOf(folder);
  if (databaseUrl === undefined) throw new Error("npm start left no address of its database");
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    // npm may leave before what it started; the next start must not be answered by this one.
    while (await fetch(`${url}/api/health`).then(() => true, () => false)) await sleep(50);
  };
  return { url, databaseUrl, startMs, stop };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

async function query<T>(stand: Stand, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: stand.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** The Cookie header of a session of a demonstration account. */
export async function signedIn(stand: Stand, email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await query(
    stand,
    `INSERT INTO sessions (id, token_hash, user_id, created_at, expires_at)
     SELECT gen_random_uuid(), $1, id, $2, $2::timestamptz + interval '30 days' FROM users WHERE email = $3`,
    [hash, NOW, email],
  );
  return `amper=${token}`;
}

/** Runs a script against the stand's database, as the worker would. */
export async function runOnStand(stand: Stand, script: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: stand.databaseUrl, AMPER_DEMO: "1", AMPER_NOW: NOW, NODE_ENV: "production" as const };
  const done = await runNode(["--conditions=react-server", "--import", "tsx", script], env);
  if (!done.ok) throw new Error(`${script}: ${done.output}`);
}
