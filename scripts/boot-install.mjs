import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The command cannot go on; the message is one line for a person. */
export class BootFailure extends Error {}

const STAMP = "node_modules/.amper-lock";
const NEEDED_MEGABYTES = 1500;

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
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return "the package registry does not answer. Check the network (or the proxy in npm's settings) and run the command again.";
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `there is no right to write ${path.resolve("node_modules")}. Run the command as the owner of this folder.`;
  if (/EUSAGE/.test(output)) return "package-lock.json does not belong to package.json. Restore both from the repository.";
  const lines = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log/.test(line));
  return lines.slice(0, 4).map((line) => line.replace(/^npm (error|ERR!)\s*/, "")).join(" ") || "npm gave no reason; see it with: npm ci";
}

function npmCi() {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const cli = process.env.npm_execpath;
  const options = /** @type {const} */ ({ encoding: "utf8", maxBuffer: 64 << 20, stdio: ["ignore", "pipe", "pipe"] });
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

export function installPackages() {
  const hash = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;
  if (!isInstalled()) {
    const { bavail, bsize } = statfsSync(".");
    const free = Math.floor((bavail * bsize) / 1e6);
    if (free < NEEDED_MEGABYTES) {
      throw new BootFailure(`Packages need ${NEEDED_MEGABYTES} MB and the disk of ${process.cwd()} has ${free} MB. Free some space and run the command again.`);
    }
    console.log("Installing packages, about a minute…");
    const done = npmCi();
    if (done.error) throw new BootFailure(`npm could not be started (${done.error.message}). Install Node.js together with npm.`);
    if (done.status !== 0) throw new BootFailure(`Packages were not installed: ${explain(done.stderr + done.stdout)}`);
  }
  try {
    writeFileSync(STAMP, hash);
  } catch {
    // Somebody else's complete installation serves as well; it is compared again next time.
  }
}
