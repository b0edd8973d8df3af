import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ENV_VARIABLES } from "@/lib/platform/env-variables";
import { isAlive } from "@/scripts/is-alive.mjs";

// The real start, as `npm start` makes it, on a build of its own folder and a data folder of this test.
const dataDir = mkdtempSync(join(tmpdir(), "amper-kills-"));
const PORT = "3197";
const HEALTHY = { timeout: 60_000, interval: 100 };
let boot: ChildProcess;

type Pids = Record<"boot" | "supervisor" | "worker" | "cabinet" | "server" | "guardian", number>;

// A server that is being started again has no such file for a moment.
function firstLine(file: string): number {
  const place = join(dataDir, file);
  return existsSync(place) ? Number(readFileSync(place, "utf8").split("\n")[0]) : 0;
}

const living = (found: Pids) => Object.values(found).filter((pid) => pid > 0 && isAlive(pid));

function pids(): Pids {
  const note = JSON.parse(readFileSync(join(dataDir, `start-${PORT}.json`), "utf8")) as { pid: number; children: number[] };
  const [worker = 0, cabinet = 0] = note.children;
  return { boot: boot.pid ?? 0, supervisor: note.pid, worker, cabinet, server: firstLine("postgres/postmaster.pid"), guardian: firstLine("postgres.guardian") };
}

async function isHealthy(): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${PORT}/api/health`).catch(() => undefined);
  const body = await answer?.text();
  return answer?.status === 200 && body?.includes('"status":"ok"') === true;
}

/** Starts and waits for the last line of the announcement. */
async function start(): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...Object.fromEntries(ENV_VARIABLES.map(({ name }) => [name, ""])), AMPER_DATA_DIR: dataDir, PORT };
  boot = spawn(process.execPath, ["scripts/boot.mjs", "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [boot.stdout, boot.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await vi.waitUntil(() => output.includes("Ctrl-C stops everything") || boot.exitCode !== null, { timeout: 300_000, interval: 50 });
  expect(output).toContain("Ctrl-C stops everything");
}

async function stop(): Promise<void> {
  if (boot.exitCode !== null || boot.signalCode !== null) return;
  const before = pids();
  boot.kill("SIGINT");
  await once(boot, "exit");
  expect(living(before)).toEqual([]);
}

beforeAll(async () => {
  await start();
  await stop();
}, 600_000);

afterEach(stop, 20_000);

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a killed child is started again", () => {
  it.each(["worker", "cabinet", "server", "guardian"] as const)("%s", async (name) => {
    await start();
    const killed = pids()[name];
    process.kill(killed, "SIGKILL");
    await vi.waitUntil(() => pids()[name] !== killed && pids()[name] > 0 && isAlive(pids()[name]), HEALTHY);
    await vi.waitUntil(isHealthy, HEALTHY);
  });
});

describe("the next start works at once after a kill of what holds the others", () => {
  it.each(["supervisor", "boot"] as const)("%s", async (name) => {
    await start();
    const before = pids();
    process.kill(before[name], "SIGKILL");
    await start();
    expect(living(before)).toEqual([]);
    expect(await isHealthy()).toBe(true);
  });

  it("all of them", async () => {
    await start();
    for (const pid of Object.values(pids())) process.kill(pid, "SIGKILL");
    await start();
    expect(await isHealthy()).toBe(true);
  });
});
