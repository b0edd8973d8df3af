import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export type ServiceOptions = {
  name: string;
  /** Arguments of node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** File for the output; without it the output goes to ours. */
  logFile?: string;
  log: (line: string) => void;
  onStart?: () => void;
};

const KILL_AFTER_MS = 5000;
const LONGEST_PAUSE_MS = 30_000;
// A service that ran this long before it died starts again at once.
const STEADY_MS = 60_000;
const LOG_BYTES = 10_000_000;

/** One child process that is started again when it dies and dies with us. */
export class Service {
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;
  #stopped = false;
  #pause = 500;
  #timer: NodeJS.Timeout | undefined;
  /** How many times it died since it was started. */
  deaths = 0;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get name(): string {
    return this.#options.name;
  }

  #start(): void {
    const { args, env, logFile } = this.#options;
    const output = logFile === undefined ? "inherit" : openLog(logFile);
    const began = Date.now();
    const child = spawn(process.execPath, ["--import", "./scripts/exit-with-parent.mjs", ...args], {
      env: { ...env, AMPER_PARENT: String(process.pid) },
      stdio: ["ignore", output, output, "ipc"],
      // Out of the terminal's group: on Ctrl-C we decide who stops first.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    if (typeof output === "number") closeSync(output);
    this.#child = child;
    child.on("error", () => undefined);
    child.once("exit", (code, signal) => this.#died(began, signal ?? `code ${code ?? "unknown"}`));
    this.#options.onStart?.();
  }

  #died(began: number, reason: string): void {
    this.#child = undefined;
    if (this.#stopped) return;
    this.deaths += 1;
    if (Date.now() - began > STEADY_MS) this.#pause = 500;
    this.#options.log(`The ${this.name} stopped unexpectedly (${reason}); starting it again in ${this.#pause / 1000} s`);
    this.#timer = setTimeout(() => this.#start(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child === undefined) return;
    const closed = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    if (child.connected) child.disconnect();
    const late = new AbortController();
    await Promise.race([closed, sleep(KILL_AFTER_MS, undefined, { signal: late.signal }).catch(() => undefined)]);
    late.abort();
    child.kill("SIGKILL");
    await closed;
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) truncateSync(file);
  return openSync(file, "a");
}

/** Last lines of a log, for a failure that has to be explained. */
export function lastLines(file: string, count: number): string {
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
