// npm start: from a checkout to a running cabinet, and back to nothing on Ctrl-C.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MigrationError, applyMigrations } from "@/lib/db/migrate";
import type { Env } from "@/lib/platform/env";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demo-accounts";
import { buildWhenStale } from "./next-build";
import { startPostgres } from "./postgres";
import { PostgresProblem } from "./postgres-cluster";
import { runNode } from "./run-node";
import { type SandboxBank, planBank } from "./sandbox-bank";
import { StartProblem, checkDatabase, checkDisk, checkPort, codeOf, refuseDemonstration } from "./start-checks";
import { type StartLock, takeStartLock } from "./start-lock";
import { Service, lastLines } from "./supervisor";

const OUTSIDE_NEXT = ["--conditions=react-server", "--import", "tsx"];
const HEALTHY_WITHIN_MS = 60_000;
const DEATHS_BEFORE_GIVING_UP = 3;
const STOP_WITHIN_MS = 9500;

const say = (line: string) => console.log(line);
const stopping = new AbortController();
/** What has been started, in that order; stopped in the opposite one. */
const started: (() => Promise<void> | void)[] = [];

async function readEnv(): Promise<Env> {
  try {
    return (await import("@/lib/platform/env")).env;
  } catch (error) {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  }
}

/** A demonstration keeps one key of its own: a build and every later start must share it. */
function keepActionsKey(dataDir: string): string {
  const file = path.join(dataDir, "server-actions.key");
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (Buffer.from(kept, "base64").length === 32) return kept;
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32).toString("base64");
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}

function childEnv(env: Env, databaseUrl: string): NodeJS.ProcessEnv {
  const common = { ...process.env, DATABASE_URL: databaseUrl, AMPER_DATA_DIR: env.dataDir, NODE_ENV: "production" as const };
  if (!env.demonstration) return common;
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || keepActionsKey(env.dataDir);
  return { ...common, AMPER_DEMO: "1", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}

async function openDatabase(env: Env): Promise<string> {
  if (env.databaseUrl !== undefined) return env.databaseUrl;
  const postgres = startPostgres({ dataDir: env.dataDir, log: say });
  started.push(() => postgres.then((server) => server.stop(), () => undefined));
  return (await postgres).url;
}

async function migrate(databaseUrl: string): Promise<void> {
  const names = await applyMigrations(databaseUrl);
  if (names.length > 0) say(`Migrations applied: ${names.join(", ")}`);
}

async function seed(env: Env, databaseUrl: string): Promise<void> {
  if (!env.demonstration) await refuseDemonstration(databaseUrl);
  if (!env.demonstration || stopping.signal.aborted) return;
  const slow = setTimeout(() => say("Loading demonstration data…"), 5000);
  const { ok, output } = await runNode([...OUTSIDE_NEXT, "scripts/seed.ts"], childEnv(env, databaseUrl), stopping.signal);
  clearTimeout(slow);
  if (!ok && !stopping.signal.aborted) throw new StartProblem(`The demonstration data could not be loaded:\n${output}`);
}

function healthAddress({ host, port }: Env): string {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/api/health`;
}

async function waitUntilHealthy(url: string, services: Service[], logFile?: string): Promise<void> {
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  const tail = () => (logFile === undefined ? "" : `\n${lastLines(logFile, 15)}`);
  while (!stopping.signal.aborted) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    const body = await answer?.text().catch(() => undefined);
    if (answer?.status === 200 && body?.includes('"status":"ok"') === true) return;
    const failed = services.find((service) => service.deaths >= DEATHS_BEFORE_GIVING_UP);
    if (failed !== undefined) throw new StartProblem(`The ${failed.name} does not stay up.${tail()}`);
    if (Date.now() > deadline) throw new StartProblem(`The cabinet is not healthy after a minute: ${body ?? "no answer"}${tail()}`);
    await sleep(100);
  }
}

async function runServices(env: Env, databaseUrl: string, bank: SandboxBank | undefined, lock: StartLock): Promise<void> {
  const logFile = env.demonstration ? path.join(env.dataDir, "amper.log") : undefined;
  const services: Service[] = [];
  started.push(async () => void (await Promise.all(services.map((service) => service.stop()))));
  const remember = () => lock.setChildren(services.flatMap(({ pid }) => pid ?? []));
  const environment = { ...childEnv(env, databaseUrl), ...(bank && { BANK_API_URL: bank.apiUrl }) };
  const common = { env: environment, logFile, log: say, onStart: remember };
  if (bank) services.push(new Service({ ...common, env: { ...environment, ...bank.env }, name: "bank", args: bank.args }));
  services.push(new Service({ ...common, name: "worker", args: [...OUTSIDE_NEXT, "scripts/worker.ts"] }));
  const next = ["node_modules/next/dist/bin/next", "start", "-H", env.host, "-p", String(env.port)];
  services.push(new Service({ ...common, name: "cabinet", args: next }));
  remember();
  await waitUntilHealthy(healthAddress(env), services, logFile);
}

function announce(env: Env, bank: SandboxBank | undefined): void {
  say(`\nAmper is ready: ${env.appUrl}`);
  if (!env.demonstration) return say(`It listens on ${env.host}, port ${env.port}.`);
  say(`\nDemonstration accounts, password of all: ${DEMO_PASSWORD}`);
  for (const { login, who } of DEMO_ACCOUNTS) say(`  ${login.padEnd(21)} ${who}`);
  if (bank) say(`\nBank of the demonstration: ${bank.url}, card 2200 0000 0000 0004, any date ahead, code 1234`);
  say(`Letters: ${env.appUrl}/dev/mail\nLog: ${path.join(env.dataDir, "amper.log")}\nCtrl-C stops everything.`);
}

async function start(): Promise<void> {
  const env = await readEnv();
  checkDisk(env.dataDir);
  checkDisk(".");
  const lock = await takeStartLock(env.dataDir, env.port, env.appUrl);
  started.push(lock.release);
  stopping.signal.addEventListener("abort", lock.setStopping);
  await checkPort(env.host, env.port, lock.afterCrash ? 5000 : 0);
  if (env.databaseUrl !== undefined) await checkDatabase(env.databaseUrl);

  // Whoever names a bank in a demonstration means that one.
  const bank = env.demonstration && !process.env.BANK_API_URL ? await planBank(env) : undefined;
  const database = openDatabase(env);
  const migrated = database.then(migrate);
  // The longest on an empty machine is the build, otherwise the seed's look at the data: nothing waits for either in vain.
  const seeded = migrated.then(async () => seed(env, await database));
  seeded.catch(() => undefined);
  const built = buildWhenStale({ env: childEnv(env, env.databaseUrl ?? ""), log: say, signal: stopping.signal });
  await Promise.all([migrated, built]);
  if (stopping.signal.aborted) return;
  await Promise.all([runServices(env, await database, bank, lock), seeded]);
  if (!stopping.signal.aborted) announce(env, bank);
}

function explain(error: unknown): string {
  if (error instanceof StartProblem || error instanceof MigrationError || error instanceof PostgresProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  if (["EEXIST", "ENOTDIR"].includes(code)) return `A file stands where a folder is needed (${error.message}). Correct AMPER_DATA_DIR.`;
  if (code === "ENOSPC") return "The disk is full. Free some space and start again.";
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    return `There is no right to write (${error.message}). Start as the owner of that folder or set AMPER_DATA_DIR to another one.`;
  }
  return error.stack ?? error.message;
}

async function stopEverything(): Promise<void> {
  for (let stop = started.pop(); stop !== undefined; stop = started.pop()) await stop();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
// A terminal that was closed must not turn a goodbye into a crash.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const asked = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
let code = 0;
try {
  await Promise.race([start().then(() => asked), asked]);
} catch (error) {
  code = 1;
  console.error(explain(error));
  stopping.abort();
}
// Whatever hangs dies with this process: every child watches it.
await Promise.race([stopEverything(), sleep(STOP_WITHIN_MS)]);
process.exit(code);
