import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { isAlive } from "./is-alive.mjs";
import { asAccount, chooseAccount } from "./postgres-account";
import { type Access, PostgresProblem, complaintIn, ensureCluster, findBinaries, prepareAccess, readAccess } from "./postgres-cluster";
import { isProcess } from "./processes";

export type PostgresOptions = {
  dataDir: string;
  log?: (line: string) => void;
  /** `false` trades safety for speed in tests. */
  fsync?: boolean;
  settings?: Record<string, string>;
};

export type Postgres = {
  url: string;
  /** Process id of the server; another one after a restart. */
  readonly pid: number;
  stop: () => Promise<void>;
};

type Running = { access: Access; pid: number; /** Resolves when the server or its guardian is gone. */ gone: Promise<void>; stop: () => Promise<void> };
type Seen = { pid: number; stopping: boolean };

const GUARDIAN = fileURLToPath(new URL("./postgres-guardian.mjs", import.meta.url));
const READY_WITHIN = 120_000;
// Reasons that pass by themselves: a predecessor that has not died completely, two starts at once, a port taken meanwhile.
const PASSING = /pre-existing shared memory|lock file .* already exists|could not (bind|create any TCP)|is another postmaster/i;

function readServer(cluster: string): Seen | undefined {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), stopping: lines[7]?.trim() === "stopping" };
}

function readPid(file: string): number | undefined {
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : Number.NaN;
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function urlOf({ port, password }: Access, database: string): string {
  return `postgresql://amper:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server answers to our password and serves this very folder; makes the database on the way. */
async function answers(access: Access, cluster: string): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(access, "postgres"), connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ here: string }>("SELECT current_setting('data_directory') AS here");
    if (path.resolve(rows[0]?.here ?? "") !== cluster) return false;
    const made = await client.query("SELECT 1 FROM pg_database WHERE datname = 'amper'");
    // Two starts at once may both find it missing.
    if (made.rowCount === 0) await client.query("CREATE DATABASE amper").catch(() => undefined);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function lastFailure(log: string, from: number): string {
  const text = existsSync(log) ? readFileSync(log).subarray(from).toString("utf8") : "";
  return complaintIn(text) ?? `see ${log}`;
}

class Launcher {
  readonly #dataDir: string;
  readonly #options: PostgresOptions;

  constructor(options: PostgresOptions) {
    this.#options = options;
    this.#dataDir = path.resolve(options.dataDir);
  }

  get #pidFile(): string {
    return path.join(this.#dataDir, "postgres.guardian");
  }

  /** Starts the server, adopts one that its guardian left behind, or joins one that another process keeps. */
  async run(): Promise<Running> {
    mkdirSync(this.#dataDir, { recursive: true });
    const account = chooseAccount(findBinaries(), this.#dataDir);
    const deadline = Date.now() + READY_WITHIN;
    for (;;) {
      if (Date.now() > deadline) throw new PostgresProblem(`The database in ${this.#dataDir} neither answers nor stops; see postgres.log there.`);
      const cluster = path.join(account.home, "postgres");
      const seen = readServer(cluster);
      if (seen !== undefined && isProcess(seen.pid, /postgres/)) {
        const access = readAccess(this.#dataDir);
        if (access !== undefined && !seen.stopping && (await answers(access, cluster))) {
          const guardian = readPid(this.#pidFile);
          if (guardian !== undefined && isAlive(guardian)) return this.#join(access, seen.pid, guardian);
          return this.#guard(access, { cluster, account, adopt: seen.pid });
        }
        await sleep(100);
        continue;
      }
      if (seen !== undefined) rmSync(path.join(cluster, "postmaster.pid"), { force: true });
      const access = await prepareAccess(this.#dataDir);
      ensureCluster(account, access.password, this.#options.fsync !== false);
      const log = path.join(this.#dataDir, "postgres.log");
      const from = this.#trim(log);
      const running = await this.#guard(access, { cluster, account });
      if (await this.#ready(running, cluster, deadline)) return running;
      const reason = lastFailure(log, from);
      if (!PASSING.test(reason)) throw new PostgresProblem(`The embedded PostgreSQL did not start: ${reason}`);
      await sleep(200);
    }
  }

  #trim(log: string): number {
    const size = existsSync(log) ? statSync(log).size : 0;
    if (size < 10_000_000) return size;
    truncateSync(log);
    return 0;
  }

  async #ready(running: Running, cluster: string, deadline: number): Promise<boolean> {
    let gone = false;
    void running.gone.then(() => (gone = true));
    while (!gone && Date.now() < deadline) {
      if (await answers(running.access, cluster)) return true;
      await sleep(50);
    }
    await running.stop();
    return false;
  }

  #join(access: Access, pid: number, guardian: number): Running {
    const leaving = new AbortController();
    const gone = (async () => {
      // Leaving ends the pause: it alone would not keep this process alive until it is over.
      while (!leaving.signal.aborted && isAlive(guardian)) await sleep(300, undefined, { ref: false, signal: leaving.signal }).catch(() => undefined);
    })();
    return {
      access,
      pid,
      gone,
      stop: async () => leaving.abort(),
    };
  }

  async #guard(access: Access, { cluster, account, adopt }: { cluster: string; account: ReturnType<typeof chooseAccount>; adopt?: number }): Promise<Running> {
    const windows = process.platform === "win32";
    const safety = this.#options.fsync === false ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {};
    const settings = { listen_addresses: "127.0.0.1", port: String(access.port), unix_socket_directories: "", ...safety, ...this.#options.settings };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const log = path.join(this.#dataDir, "postgres.log");
    const start = asAccount(account, "postgres", ["-D", cluster, ...flags]);
    const stopCommand = windows ? [path.join(account.bin, "pg_ctl"), "stop", "-D", cluster, "-m", "fast"] : undefined;
    const child = fork(GUARDIAN, [JSON.stringify({ ...start, log, pidFile: this.#pidFile, adopt, stopCommand })], {
      cwd: this.#dataDir,
      detached: !windows,
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const pid = await Promise.race([firstMessage(child), gone.then(() => 0)]);
    const stop = async () => {
      if (child.connected) child.disconnect();
      await gone;
    };
    return { access, pid, gone, stop };
  }
}

function firstMessage(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once("message", (pid) => resolve(Number(pid))));
}

/** Where the server of `dataDir` listens when it runs; the caller neither starts nor keeps it. */
export function addressOf(dataDir: string): string | undefined {
  const access = readAccess(dataDir);
  return access === undefined ? undefined : urlOf(access, "amper");
}

/** Keeps the server of `dataDir` running until `stop` or until this process ends, however it ends. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const launcher = new Launcher(options);
  let running = await launcher.run();
  let stopped = false;
  const url = urlOf(running.access, "amper");
  const keep = async (): Promise<void> => {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
      await running.gone;
      if (stopped) return;
      options.log?.("PostgreSQL stopped unexpectedly; starting it again");
      await sleep(pause);
      try {
        running = await launcher.run();
        if (urlOf(running.access, "amper") !== url) options.log?.("PostgreSQL had to change its port: start again");
      } catch (error) {
        options.log?.(error instanceof Error ? error.message : String(error));
      }
      if (stopped) await running.stop();
    }
  };
  const kept = keep();
  return {
    url,
    get pid() {
      return running.pid;
    },
    stop: async () => {
      stopped = true;
      await running.stop();
      await kept;
    },
  };
}
