// Node built-ins only: nothing is installed yet when this runs.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { BootFailure, installPackages } from "./boot-install.mjs";
import { generateClient } from "./boot-generate.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The pinned Node, or this one when package scripts were not allowed to fetch it and it is new enough. */
function findNode() {
  const pinned = process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/.bin/node";
  const usable = existsSync(pinned) && spawnSync(path.resolve(pinned), ["--version"], { stdio: "ignore" }).status === 0;
  if (usable) return path.resolve(pinned);
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  throw new BootFailure("The package `node` has no program for this machine. Run: npm rebuild node --ignore-scripts=false, or install Node.js 24.");
}

/** @param {string} verb */
function scriptOf(verb) {
  const [name, ...flags] = verb === "test-full" ? ["test", "--full"] : [verb];
  const file = `scripts/${name}.ts`;
  if (/^[a-z-]+$/.test(name ?? "") && existsSync(file)) return [file, ...flags];
  const verbs = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts).join(", ");
  throw new BootFailure(`There is no script ${JSON.stringify(verb)}. Scripts of this package: ${verbs}.`);
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [name, rest] = [stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")), stat.slice(stat.lastIndexOf(")") + 2)];
    return { name, parent: Number(rest.split(" ")[1]) };
  } catch {
    return undefined;
  }
}

/**
 * npm killed with -9 leaves its script running; the start must not outlive the command a person gave.
 * @param {() => void} orphaned
 */
function watchNpm(orphaned) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const shell = parentOf(parent);
  // Some shells stay between npm and its script.
  const between = shell !== undefined && !/^(npm|node)/.test(shell.name);
  const timer = setInterval(() => {
    if (process.ppid === parent && (!between || parentOf(parent)?.parent === shell.parent)) return;
    clearInterval(timer);
    orphaned();
  }, 300);
  timer.unref();
}

/** @type {import("node:child_process").ChildProcess | undefined} */
let child;

function forwardSignals() {
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (child === undefined) process.exit(128 + constants.signals[signal]);
      // A terminal gives Ctrl-C to the child as well.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  watchNpm(() => {
    if (child === undefined) process.exit(129);
    if (child.connected) child.disconnect();
  });
}

/**
 * @param {string} node
 * @param {string[]} script
 */
function run(node, script) {
  const args = ["--conditions=react-server", "--import", "./scripts/exit-with-parent.mjs", "--import", "tsx", ...script];
  const env = { ...process.env, AMPER_PARENT: String(process.pid) };
  child = spawn(node, args, { env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  child.on("error", (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** @param {string[]} argv */
export async function boot([verb = "start", ...args]) {
  process.chdir(ROOT);
  forwardSignals();
  try {
    const script = scriptOf(verb);
    await installPackages();
    const node = findNode();
    generateClient(node);
    run(node, [...script, ...args]);
  } catch (error) {
    if (!(error instanceof BootFailure)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
