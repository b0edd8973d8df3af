import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { isAlive } from "./is-alive.mjs";

function commandOf(pid: number): string {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

/** Whether `pid` lives and is what we think: after a reboot its number may belong to any other program. */
export function isProcess(pid: number, command: RegExp): boolean {
  return isAlive(pid) && (process.platform === "win32" || command.test(commandOf(pid)));
}

/** Kills a process left behind by a crash, if it still is what it was. */
export function killLeftover(pid: number, command: RegExp): void {
  if (process.platform !== "win32" && isProcess(pid, command)) process.kill(pid, "SIGKILL");
}

// Sockets in the LISTEN state as Linux lists them; other systems simply give no name.
function listeningSockets(port: number): Set<string> {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].filter((table) => existsSync(table));
  const rows = tables.flatMap((table) => readFileSync(table, "utf8").split("\n")).map((row) => row.trim().split(/\s+/));
  return new Set(rows.filter((row) => row[3] === "0A" && row[1]?.endsWith(`:${hex}`)).map((row) => `socket:[${row[9]}]`));
}

function holds(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    // Gone meanwhile, or somebody else's.
    return false;
  }
}

/** «name (process 123)» of the program that listens on a port, where the system lets us see it. */
export function whoListens(port: number): string | undefined {
  const sockets = listeningSockets(port);
  if (sockets.size === 0) return undefined;
  const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && holds(name, sockets));
  return pid === undefined ? undefined : `${commandOf(Number(pid)).slice(0, 60)} (process ${pid})`;
}
