import type { Transferable, Worker } from "node:worker_threads";

export type WorkerFailure = "timeout" | "memory" | "crashed" | "busy";
export type WorkerResult<Output> = { ok: true; data: Output } | { ok: false; failure: WorkerFailure };

export type PoolSettings = {
  /** Contains `new Worker(new URL("….worker.ts", import.meta.url), { … })` with literal options, or the bundler does not see it. */
  start: () => Worker;
  timeoutMs: number;
  /** Threads at work at once; further calls wait, and past `waiting` they are turned away. */
  threads: number;
  waiting: number;
  /** How long a thread stays warm without work. */
  idleMs: number;
};

type Idle = { worker: Worker; timer: NodeJS.Timeout };

function failureOf(error: unknown): WorkerFailure {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crashed";
}

/** One message in, one message out, within the time given; a thread that fails is never used again. */
function ask<Output>(worker: Worker, input: unknown, transfer: Transferable[], timeoutMs: number): Promise<WorkerResult<Output>> {
  return new Promise((resolve) => {
    const settle = (result: WorkerResult<Output>) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A late failure of a thread given up on must not end the process.
      worker.on("error", () => undefined);
      resolve(result);
    };
    const fail = (failure: WorkerFailure) => settle({ ok: false, failure });
    const timer = setTimeout(() => fail("timeout"), timeoutMs);
    worker.once("message", (data: Output) => settle({ ok: true, data }));
    worker.once("error", (error) => fail(failureOf(error)));
    worker.once("exit", () => fail("crashed"));
    try {
      worker.postMessage(input, transfer);
    } catch (error) {
      fail("crashed");
      throw error;
    }
  });
}

/** A few threads of one kind, kept warm between calls. */
export function createWorkerPool<Input, Output>({ start, timeoutMs, threads, waiting, idleMs }: PoolSettings) {
  const idle: Idle[] = [];
  const queue: (() => void)[] = [];
  let busy = 0;

  const take = (): Worker => {
    const spare = idle.pop();
    if (!spare) return start();
    clearTimeout(spare.timer);
    spare.worker.removeAllListeners();
    spare.worker.ref();
    return spare.worker;
  };

  const keep = (worker: Worker) => {
    const drop = () => {
      const index = idle.findIndex((item) => item.worker === worker);
      if (index >= 0) idle.splice(index, 1);
      void worker.terminate();
    };
    const timer = setTimeout(drop, idleMs).unref();
    worker.once("exit", drop);
    worker.unref();
    idle.push({ worker, timer });
  };

  return async (input: Input, transfer: Transferable[] = []): Promise<WorkerResult<Output>> => {
    if (busy < threads) busy += 1;
    else if (queue.length >= waiting) return { ok: false, failure: "busy" };
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      const worker = take();
      const result = await ask<Output>(worker, input, transfer, timeoutMs);
      if (result.ok) keep(worker);
      else void worker.terminate();
      return result;
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
