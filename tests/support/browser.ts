import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser of this machine: the one named, an installed one, or Playwright's own download. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const installed = folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...installed, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 240_000 }).status === 0;
}

// Ubuntu's package of this name is a snap, which does not run in containers.
function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** Installs one with the means at hand: Debian's package as root, otherwise Playwright's download. */
export function installChromium(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian()) {
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (runs("apt-get", ["update"])) runs("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    const found = findChromium();
    if (found !== undefined) return found;
  }
  runs(process.execPath, ["node_modules/@playwright/test/cli.js", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
  return findChromium();
}
