import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The command cannot go on; the message is one line for a person. */
export class BootFailure extends Error {}

const STAMP = "node_modules/.amper-lock";
const RUNNING = path.join(tmpdir(), `amper-install-${createHash("sha256").update(import.meta.url).digest("hex").slice(0, 12)}`);
const NEEDED_MEGABYTES = 1500;
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

function lockHash() {
  return createHash("sha256").update(readFileSync("package-lock.json")).update(`${process.platform}-${process.arch}`).digest("hex");
}

/**
 * Whether what npm recorded as installed is what the lockfile asks for, packages of other platforms aside.
 * @param {Record<string, { version?: string }>} installed
 * @param {Record<string, { version?: string, optional?: boolean }>} asked
 */
export function matches(installed, asked) {
  return Object.entries(asked).every(
    ([name, entry]) => name === "" || (installed[name] === undefined ? entry.optional === true : installed[name].version === entry.version),
  );
}

/** @param {string} file */
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

function isInstalled() {
  const record = "node_modules/.package-lock.json";
  return existsSync(record) && matches(packagesOf(record), packagesOf("package-lock.json"));
}

/**
 * A sentence for a person about a failed `npm ci`.
 * @param {string} output
 */
export function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) return `the disk is full. Free ${NEEDED_MEGABYTES} MB and run the command again.`;
  if (NO_NETWORK.test(output)) {
    return "the package registry does not answer. Check the network (or the proxy in npm's settings) and run the command again.";
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `there is no right to write ${path.resolve("node_modules")}. Run the command as the owner of this folder.`;
  if (/EUSAGE/.test(output)) return "package-lock.json does not belong to package.json. Restore both from the repository.";
  const lines = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log/.test(line));
  return lines.slice(0, 4).map((line) => line.replace(/^npm (error|ERR!)\s*/, "")).join(" ") || "npm gave no reason; see it with: npm ci";
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  try {
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Ended by itself.
  }
}

/**
 * npm with its children in a group of their own, because it survives a polite SIGTERM.
 * @param {string[]} args
 */
function npm(args) {
  const cli = process.env.npm_execpath;
  const own = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const windows = process.platform === "win32";
  const child = spawn(own ? process.execPath : "npm", own ? [cli, ...args] : args, {
    detached: !windows,
    shell: !own && windows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => killGroup(child.pid);
  process.on("exit", kill);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  /** @type {Promise<{ ok: boolean, output: string }>} */
  const done = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new BootFailure(`npm could not be started (${error.message}). Install Node.js together with npm.`)));
    child.once("close", (code) => {
      process.off("exit", kill);
      resolve({ ok: code === 0, output });
    });
  });
  return { pid: child.pid, kill, done };
}

// A start killed with -9 leaves its npm at work on the same folder.
function stopLeftInstall() {
  const pid = existsSync(RUNNING) ? Number(readFileSync(RUNNING, "utf8")) : 0;
  if (!(pid > 0) || process.platform === "win32") return;
  if (/npm ci/.test(spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout)) killGroup(pid);
}

async function npmCi() {
  stopLeftInstall();
  const install = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--fetch-retries=3", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]);
  writeFileSync(RUNNING, String(install.pid ?? ""));
  // Without a network npm may try for many minutes; with everything in its cache it needs none, hence the grace.
  const question = npm(["ping", "--fetch-retries=0", "--fetch-timeout=20000"]);
  let grace;
  let unreachable = "";
  question.done.then(
    (answer) => {
      if (answer.ok || !NO_NETWORK.test(answer.output)) return;
      grace = setTimeout(() => {
        unreachable = answer.output;
        install.kill();
      }, 45_000);
    },
    () => undefined,
  );
  const { ok, output } = await install.done;
  clearTimeout(grace);
  question.kill();
  rmSync(RUNNING, { force: true });
  if (!ok) throw new BootFailure(`Packages were not installed: ${explain(unreachable || output)}`);
}

export async function installPackages() {
  const hash = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  if (!isInstalled()) {
    const { bavail, bsize } = statfsSync(".");
    const free = Math.floor((bavail * bsize) / 1e6);
    if (free < NEEDED_MEGABYTES) {
      throw new BootFailure(`Packages need ${NEEDED_MEGABYTES} MB and the disk of ${process.cwd()} has ${free} MB. Free some space and run the command again.`);
    }
    console.log("Installing packages, about a minute…");
    await npmCi();
  }
  try {
    writeFileSync(STAMP, hash);
  } catch {
    // Somebody else's complete installation serves as well; it is compared again next time.
  }
}
