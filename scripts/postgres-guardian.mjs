// Owns one postgres process: when the process that asked for it goes away, even by kill -9, the server stops too.
import { spawn } from "node:child_process";
import { openSync, rmSync, writeFileSync } from "node:fs";
import { isAlive } from "./is-alive.mjs";

/** @type {{ command: string, args: string[], cwd: string, uid?: number, gid?: number, log: string, pidFile: string, adopt?: number, stopCommand?: string[] }} */
const task = JSON.parse(process.argv[2] ?? "{}");

let pid = task.adopt;
let stopping = false;

/** @param {NodeJS.Signals} signal */
function signal(signal) {
  try {
    process.kill(pid ?? 0, signal);
  } catch {
    // Already gone.
  }
}

function leave() {
  rmSync(task.pidFile, { force: true });
  process.exit(stopping ? 0 : 1);
}

function stop() {
  if (stopping) return;
  stopping = true;
  const [command, ...args] = task.stopCommand ?? [];
  if (command) spawn(command, args, { stdio: "ignore", windowsHide: true });
  else signal("SIGINT");
  setTimeout(() => signal("SIGQUIT"), 4000);
  setTimeout(() => signal("SIGKILL"), 5000);
}

for (const name of ["SIGINT", "SIGHUP"]) process.on(name, () => undefined);
process.on("SIGTERM", stop);
process.on("disconnect", stop);

if (pid === undefined) {
  const log = openSync(task.log, "a");
  const { command, args, cwd, uid, gid } = task;
  const child = spawn(command, args, { cwd, uid, gid, stdio: ["ignore", log, log], windowsHide: true });
  child.on("error", leave);
  child.on("exit", leave);
  pid = child.pid;
} else {
  setInterval(() => isAlive(pid ?? 0) || leave(), 200);
}
writeFileSync(task.pidFile, String(process.pid));
process.send?.(pid ?? 0);
