import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** Who runs the server and from where: PostgreSQL refuses to run as root. */
export type Account = {
  /** Folder with `postgres`, `initdb` and `pg_ctl`. */
  bin: string;
  /** Folder that holds the cluster. */
  home: string;
  uid?: number;
  gid?: number;
  /** A command put before every other one. */
  prefix: string[];
};

const UNSHARE = ["unshare", "--user", "--map-user=1000"];

function works([command = "", ...args]: string[], owner: { uid?: number; gid?: number; cwd?: string } = {}): boolean {
  return spawnSync(command, args, { cwd: "/", ...owner, stdio: "ignore" }).status === 0;
}

function idOfNobody(): number {
  const uid = Number(spawnSync("id", ["-u", "nobody"], { encoding: "utf8" }).stdout);
  return Number.isInteger(uid) && uid > 0 ? uid : 65534;
}

// Under /root neither the binaries nor the cluster can be entered by another user, so they move to a public place.
function publicPlace(dataDir: string): string {
  return path.join("/var/lib/amper", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}

function copyPrograms(bin: string, place: string, runs: (folder: string) => boolean): string {
  const native = path.dirname(bin);
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as { version: string };
  const copy = path.join(place, `programs-${version}`);
  if (runs(path.join(copy, "bin"))) return path.join(copy, "bin");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(place, { recursive: true, mode: 0o755 });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  works(["chmod", "-R", "a+rX", copy]);
  return path.join(copy, "bin");
}

// A cluster made while root could still be hidden from the server: it changes hands together with its place.
function takeOver(from: string, to: string, { uid, gid }: { uid: number; gid: number }): void {
  if (!existsSync(from)) return;
  if (from !== to && !existsSync(to)) {
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    renameSync(from, `${from}.moved`);
  }
  if (existsSync(to) && statSync(to).uid !== uid) works(["chown", "-R", `${uid}:${gid}`, to]);
}

function forOtherUser(bin: string, dataDir: string, uid: number): Account {
  const owner = { uid, gid: uid };
  const place = publicPlace(dataDir);
  const home = works(["test", "-x", dataDir], owner) ? dataDir : place;
  const runs = (folder: string) => works([path.join(folder, "postgres"), "--version"], owner);
  const usable = runs(bin) ? bin : copyPrograms(bin, place, runs);
  mkdirSync(home, { recursive: true });
  takeOver(path.join(dataDir, "postgres"), path.join(home, "postgres"), owner);
  return { bin: usable, home, ...owner, prefix: [] };
}

export function chooseAccount(bin: string, dataDir: string): Account {
  if (process.getuid?.() !== 0) return { bin, home: dataDir, prefix: [] };
  const cluster = [dataDir, publicPlace(dataDir)].map((home) => path.join(home, "postgres")).find((place) => existsSync(place));
  const owner = cluster === undefined ? undefined : statSync(cluster).uid;
  if (owner !== undefined && owner !== 0) return forOtherUser(bin, dataDir, owner);
  if (works([...UNSHARE, path.join(bin, "postgres"), "--version"])) return { bin, home: dataDir, prefix: UNSHARE };
  return forOtherUser(bin, dataDir, idOfNobody());
}

/** Gives a file or an empty folder to the account, and to nobody else. */
export function give(target: string, account: Account, mode: number): void {
  chmodSync(target, mode);
  if (account.uid !== undefined) chownSync(target, account.uid, account.gid ?? account.uid);
}

/** Command, arguments and options for `spawn`. */
export function asAccount(account: Account, program: "postgres" | "initdb", args: string[]) {
  const [command = "", ...rest] = [...account.prefix, path.join(account.bin, program), ...args];
  const { uid, gid } = account;
  return { command, args: rest, cwd: account.home, uid, gid };
}
