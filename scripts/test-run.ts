import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Count, countReport } from "./test-report";
import { reportOf, type Step } from "./test-steps";

export type Ending = Count & { step: Step; seconds: number; output: string };

const running = new Set<number>();

/** Ends every step still running, with the processes it started. */
export function stopAll(): void {
  for (const pid of running) {
    try {
      process.kill(process.platform === "win32" ? pid : -pid, "SIGTERM");
    } catch {
      running.delete(pid);
    }
  }
}

function run({ args, minutes }: Step): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    // Undefined: some tools take even FORCE_COLOR=0 for a wish to be coloured.
    const plain = { NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...plain, CI: "true", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that a step is stopped with everything it started.
      detached: process.platform !== "win32",
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nStopped: it did not end within ${minutes} minutes.\n`));
      if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    }, minutes * 60_000);
    const end = (code: number | null) => {
      clearTimeout(limit);
      if (pid !== undefined) running.delete(pid);
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(Buffer.from(error.message));
      end(1);
    });
    child.on("exit", end);
  });
}

async function perform(step: Step): Promise<Ending> {
  const report = reportOf(step.name);
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  const started = performance.now();
  const { code, output } = await run(step);
  const seconds = (performance.now() - started) / 1000;
  const { kind } = step;
  if (kind === "vitest" || kind === "playwright") {
    const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
    return { step, seconds, output, ...countReport(kind, text, code) };
  }
  const failed = code === 0 ? 0 : 1;
  return { step, seconds, output, passed: kind === "check" ? 1 - failed : 0, failed, notes: [] };
}

function notRun(step: Step, missing: string): Ending {
  return { step, seconds: 0, output: "", passed: 0, failed: 1, notes: [`not run: ${missing} failed`] };
}

/** Runs the steps in order, `width` at a time, and tells of each as it ends. Names of steps left out are ignored. */
export async function runSteps(steps: Step[], width: number, onEnd: (ending: Ending) => void): Promise<Ending[]> {
  const names = new Set(steps.map(({ name }) => name));
  const endings = new Map<string, Ending>();
  const waiting = [...steps];
  const busy = new Set<Promise<void>>();
  const finish = (ending: Ending) => {
    endings.set(ending.step.name, ending);
    onEnd(ending);
  };
  const isReady = ({ needs = [], after = [] }: Step) => [...needs, ...after].every((name) => !names.has(name) || endings.has(name));

  while (waiting.length > 0 || busy.size > 0) {
    const next = busy.size < width ? waiting.findIndex(isReady) : -1;
    const [step] = next < 0 ? [] : waiting.splice(next, 1);
    if (!step) {
      if (busy.size === 0) throw new Error(`These steps wait for each other: ${waiting.map(({ name }) => name).join(", ")}`);
      await Promise.race(busy);
      continue;
    }
    const missing = step.needs?.find((name) => (endings.get(name)?.failed ?? 0) > 0);
    if (missing) {
      finish(notRun(step, missing));
      continue;
    }
    const work = perform(step).then((ending) => {
      busy.delete(work);
      finish(ending);
    });
    busy.add(work);
  }
  return [...endings.values()];
}
