import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { createWorkerPool, type PoolSettings } from "@/lib/platform/worker-thread";

/** What the thread below is told to do. */
type Task = { do: "answer" | "throw" | "exit" | "loop" | "fill" | "late"; ms?: number };

const SCRIPT = `
  const { parentPort, threadId } = require("node:worker_threads");
  let calls = 0;
  parentPort.on("message", ({ do: what, ms = 0 }) => {
    calls += 1;
    if (what === "throw") throw new Error("no");
    if (what === "exit") process.exit(1);
    if (what === "loop") for (;;);
    if (what === "fill") { const all = []; for (;;) all.push(new Array(10000).fill(calls)); }
    if (what === "late") { parentPort.postMessage({ threadId, calls }); setTimeout(() => { throw new Error("late"); }, 20); return; }
    setTimeout(() => parentPort.postMessage({ threadId, calls }), ms);
  });
`;

function makePool(changes: Partial<PoolSettings> = {}) {
  const started: Worker[] = [];
  const start = () => {
    const worker = new Worker(SCRIPT, { eval: true, stderr: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 32 } });
    started.push(worker);
    return worker;
  };
  const run = createWorkerPool<Task, { threadId: number; calls: number }>({ start, timeoutMs: 10_000, threads: 2, waiting: 2, idleMs: 10_000, ...changes });
  return { run, started };
}

describe("createWorkerPool", () => {
  it("answers many times from one warm thread", async () => {
    const { run, started } = makePool({ threads: 1 });
    for (let calls = 1; calls <= 5; calls += 1) expect(await run({ do: "answer" })).toMatchObject({ ok: true, data: { calls } });
    expect(started).toHaveLength(1);
  });

  it("runs no more threads than allowed, lets some wait and turns the rest away", async () => {
    const { run, started } = makePool({ threads: 2, waiting: 2 });
    const results = await Promise.all(Array.from({ length: 6 }, () => run({ do: "answer", ms: 50 })));
    expect(results.map((result) => (result.ok ? "ok" : result.failure))).toEqual(["ok", "ok", "ok", "ok", "busy", "busy"]);
    expect(started).toHaveLength(2);
    expect(await run({ do: "answer" })).toMatchObject({ ok: true });
  });

  it.each([
    ["throw", "crashed"],
    ["exit", "crashed"],
    ["fill", "memory"],
  ] as const)("says that a thread that was told to %s %s, and goes on with a new one", async (task, failure) => {
    const { run, started } = makePool({ threads: 1 });
    expect(await run({ do: task })).toEqual({ ok: false, failure });
    expect(await run({ do: "answer" })).toMatchObject({ ok: true, data: { calls: 1 } });
    expect(started).toHaveLength(2);
  });

  it("ends a thread that takes too long, while the main loop goes on", async () => {
    const { run } = makePool({ threads: 1, timeoutMs: 300 });
    const ticks: number[] = [];
    const timer = setInterval(() => ticks.push(ticks.length), 10);
    expect(await run({ do: "loop" })).toEqual({ ok: false, failure: "timeout" });
    clearInterval(timer);
    expect(ticks.length).toBeGreaterThan(5);
    expect(await run({ do: "answer" })).toMatchObject({ ok: true });
  });

  it("survives a thread that fails after its answer", async () => {
    const { run, started } = makePool({ threads: 1 });
    expect(await run({ do: "late" })).toMatchObject({ ok: true });
    await sleep(200);
    expect(await run({ do: "answer" })).toMatchObject({ ok: true, data: { calls: 1 } });
    expect(started).toHaveLength(2);
  });

  it("lets an idle thread go", async () => {
    const { run, started } = makePool({ threads: 1, idleMs: 20 });
    await run({ do: "answer" });
    await sleep(300);
    expect(started[0]?.threadId).toBe(-1);
    expect(await run({ do: "answer" })).toMatchObject({ ok: true, data: { calls: 1 } });
  });
});
