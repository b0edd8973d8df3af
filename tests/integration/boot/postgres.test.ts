import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { isAlive } from "@/scripts/is-alive.mjs";
import { type Postgres, startPostgres } from "@/scripts/postgres";

const dataDir = mkdtempSync(join(tmpdir(), "amper-postgres-"));
const PERIOD = { timeout: 20_000, interval: 50 };
const opened: Postgres[] = [];

async function start(log?: (line: string) => void): Promise<Postgres> {
  const server = await startPostgres({ dataDir, fsync: false, log });
  opened.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows.flat()[0];
  } finally {
    await client.end();
  }
}

const guardian = () => Number(readFileSync(join(dataDir, "postgres.guardian"), "utf8"));

/** Another process that starts the server and holds it. */
async function hold(): Promise<{ holder: ChildProcess; pid: number }> {
  const code = `import("./scripts/postgres.ts").then(async ({ startPostgres }) => process.send((await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fsync: false })).pid))`;
  const args = ["--conditions=react-server", "--import", "tsx", "--eval", code];
  const holder = spawn(process.execPath, args, { cwd: resolve("."), stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [pid] = (await once(holder, "message")) as [number];
  return { holder, pid };
}

beforeAll(async () => {
  const server = await start();
  await ask(server.url, "CREATE TABLE kept (id int)");
  await server.stop();
});

afterAll(async () => {
  for (const server of opened) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it("stops completely and keeps port, password and data for the next start", async () => {
  const first = await start();
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "SELECT count(*)::int FROM kept")).toBe(0);
  await second.stop();
});

it("sorts Russian words and knows their case", async () => {
  const server = await start();
  expect(await ask(server.url, "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{Юг,ель,Ёж,абв,Абв,дом 10}'::text[]) w")).toBe("абв Абв дом 10 Ёж ель Юг");
  expect(await ask(server.url, "SELECT 'ЁЖ' ILIKE 'ёж' AND lower('ЮГ') = 'юг'")).toBe(true);
  await server.stop();
});

it("is open to this machine only, and only with the password", async () => {
  const server = await start();
  expect(await ask(server.url, "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(await ask(server.url, "SHOW unix_socket_directories")).toBe("");
  const wrong = Object.assign(new URL(server.url), { password: "guess" }).href;
  await expect(ask(wrong, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

it("joins a server another process keeps and leaves it running", async () => {
  const { holder, pid } = await hold();
  const server = await start();
  expect(server.pid).toBe(pid);
  await server.stop();
  expect(isAlive(pid)).toBe(true);
  holder.kill("SIGKILL");
  await vi.waitUntil(() => !isAlive(pid), PERIOD);
});

it("stops with its owner even when that is killed, and the next start waits for the dying server", async () => {
  const { holder, pid } = await hold();
  holder.kill("SIGKILL");
  const server = await start();
  expect(server.pid).not.toBe(pid);
  expect(isAlive(pid)).toBe(false);
  expect(await ask(server.url, "SELECT count(*)::int FROM kept")).toBe(0);
  await server.stop();
});

it("adopts a server whose owner and guardian were both killed", async () => {
  const { holder, pid } = await hold();
  process.kill(guardian(), "SIGKILL");
  holder.kill("SIGKILL");
  const server = await start();
  expect(server.pid).toBe(pid);
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

it("comes back at the same address after the server or its guardian was killed", async () => {
  const lines: string[] = [];
  const server = await start((line) => lines.push(line));
  const { pid } = server;
  process.kill(pid, "SIGKILL");
  await vi.waitUntil(() => server.pid !== pid && isAlive(server.pid), PERIOD);
  expect(await ask(server.url, "SELECT 1")).toBe(1);
  const [next, keeper] = [server.pid, guardian()];
  process.kill(keeper, "SIGKILL");
  await vi.waitUntil(() => guardian() !== keeper && isAlive(guardian()), PERIOD);
  expect(server.pid).toBe(next);
  expect(lines).toEqual(Array(2).fill("PostgreSQL stopped unexpectedly; starting it again"));
  await server.stop();
  expect(isAlive(next)).toBe(false);
});

it("is not misled by a stale file that names a living stranger", async () => {
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n${dataDir}/postgres\n0\n1\n\n127.0.0.1\n\nready\n`);
  const server = await start();
  expect(await ask(server.url, "SELECT 1")).toBe(1);
  await server.stop();
});

it("says in one line that the cluster is of another version", async () => {
  const version = join(dataDir, "postgres", "PG_VERSION");
  writeFileSync(version, "17\n");
  await expect(start()).rejects.toThrow(/holds 17, not a PostgreSQL 18 cluster/);
  writeFileSync(version, "18\n");
});
