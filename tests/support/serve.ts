import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "@/lib/db/migrate";
import { startPostgres } from "@/scripts/postgres";
import { planBank } from "@/scripts/sandbox-bank";
import { DEMONSTRATION } from "./environment";
import { getStand } from "./stand";

const { url, port, folder, databaseFile, bankFile } = await getStand();
const owner = Number(process.env.E2E_OWNER);
const children: ChildProcess[] = [];
let stopping = false;

// A stand killed while it started could not remove its folder.
for (const name of readdirSync(tmpdir())) {
  const [, left] = /^amper-e2e-(\d+)$/.exec(name) ?? [];
  if (left !== undefined && !isAlive(Number(left))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const starting = startPostgres({ dataDir: folder, fsync: false });

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const alive = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const gone = alive.map((child) => once(child, "exit"));
  for (const child of alive) child.kill("SIGTERM");
  const impatient = setTimeout(() => alive.forEach((child) => child.kill("SIGKILL")), 8000);
  await Promise.all(gone);
  clearTimeout(impatient);
  await (await starting).stop();
  process.exit(code);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0));
// Playwright killed with -9 stops nothing itself.
setInterval(() => isAlive(owner) || void stop(1), 1000).unref();

const postgres = await starting;
const bank = await planBank({ host: "127.0.0.1", port, appUrl: url, dataDir: folder }, 0);
const env = {
  ...process.env,
  ...DEMONSTRATION,
  AMPER_PARENT: String(process.pid),
  NODE_ENV: "production",
  DATABASE_URL: postgres.url,
  AMPER_DATA_DIR: folder,
  APP_URL: url,
  HOST: "127.0.0.1",
  PORT: String(port),
  BANK_API_URL: bank.apiUrl,
} as const;

function run(file: string, args: string[], flags: string[], more: Record<string, string> = {}): ChildProcess {
  const child = fork(file, args, { env: { ...env, ...more }, execArgv: ["--import", "./scripts/exit-with-parent.mjs", ...flags] });
  children.push(child);
  return child;
}

const script = (name: string) => run(`scripts/${name}.ts`, [], ["--conditions=react-server", "--import", "tsx"]);

function keep(name: string, child: ChildProcess): void {
  child.on("exit", (code) => {
    if (stopping) return;
    console.error(`${name} stopped with code ${code}.`);
    void stop(1);
  });
}

await applyMigrations(postgres.url);
const [seeded] = (await once(script("seed"), "exit")) as [number | null];
if (seeded === 0) {
  writeFileSync(bankFile, bank.url);
  writeFileSync(databaseFile, postgres.url);
  keep("The bank", run("sandbox/bank/server.ts", [], ["--import", "tsx"], bank.env));
  keep("The worker", script("worker"));
  keep("The cabinet", run("node_modules/next/dist/bin/next", ["start", "-H", "127.0.0.1", "-p", String(port)], []));
} else {
  console.error(`Loading the demonstration data ended with code ${seeded}.`);
  await stop(1);
}
