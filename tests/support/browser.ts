import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

/** Installs one with the means at hand: Debian's package as root, otherwise Playwright's download. */
export function installChromium(): string | undefined {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (runs("apt-get", ["update"])) runs("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    const found = findChromium();
    if (found !== undefined) return found;
  }
  runs(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  return findChromium();
}
