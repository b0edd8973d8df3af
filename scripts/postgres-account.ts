import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
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

function forOtherUser(bin: string, dataDir: string, uid: number): Account {
  const owner = { uid, gid: uid };
  const place = publicPlace(dataDir);
  const home = works(["test", "-x", dataDir], owner) ? dataDir : place;
  let usable = bin;
  if (!works([path.join(bin, "postgres"), "--version"], owner)) {
    const native = path.join(place, "native");
    mkdirSync(place, { recursive: true, mode: 0o755 });
    cpSync(path.dirname(bin), native, { recursive: true, verbatimSymlinks: true });
    works(["chmod", "-R", "a+rX", native]);
    usable = path.join(native, "bin");
  }
  mkdirSync(home, { recursive: true });
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
