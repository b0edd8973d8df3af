import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { isAlive } from "@/scripts/is-alive.mjs";
import { Service, lastLines } from "@/scripts/supervisor";

const folder = mkdtempSync(join(tmpdir(), "amper-service-"));
const logFile = join(folder, "service.log");
const PERIOD = { timeout: 10_000, interval: 50 };
let service: Service | undefined;

function run(code: string, log: (line: string) => void = () => undefined): Service {
  service = new Service({ name: "clock", args: ["--eval", code], env: { ...process.env }, logFile, log });
  return service;
}

afterEach(async () => {
  await service?.stop();
  rmSync(logFile, { force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("starts a killed child again and says so in one line", async () => {
  const lines: string[] = [];
  const clock = run("setInterval(() => undefined, 1000)", (line) => lines.push(line));
  const first = clock.pid ?? 0;
  process.kill(first, "SIGKILL");
  await vi.waitUntil(() => clock.pid !== undefined && clock.pid !== first, PERIOD);
  expect(clock.deaths).toBe(1);
  expect(lines).toEqual(["The clock stopped unexpectedly (SIGKILL); starting it again in 0.5 s"]);
});

it("stops a child through the end of its channel, which its own SIGTERM handler answers", async () => {
  const clock = run("process.on('SIGTERM', () => { console.log('goodbye'); process.exit(0); }); console.log('hello'); setInterval(() => undefined, 1000)");
  await vi.waitUntil(() => lastLines(logFile, 1) === "hello", PERIOD);
  const pid = clock.pid ?? 0;
  await clock.stop();
  expect(isAlive(pid)).toBe(false);
  expect(readFileSync(logFile, "utf8")).toBe("hello\ngoodbye\n");
});

it("does not start again what it was told to stop", async () => {
  const clock = run("process.exit(3)");
  await vi.waitUntil(() => clock.deaths === 1, PERIOD);
  await clock.stop();
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(clock.pid).toBeUndefined();
  expect(clock.deaths).toBe(1);
});
