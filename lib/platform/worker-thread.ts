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

/** One message in, one message out, within the time given. */
function ask<Output>(worker: Worker, input: unknown, transfer: Transferable[], timeoutMs: number): Promise<WorkerResult<Output>> {
  return new Promise((resolve) => {
    const settle = (result: WorkerResult<Output>) => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", ended);
      resolve(result);
    };
    const answered = (data: Output) => settle({ ok: true, data });
    const failed = (error: unknown) => settle({ ok: false, failure: failureOf(error) });
    const ended = () => settle({ ok: false, failure: "crashed" });
    const timer = setTimeout(() => settle({ ok: false, failure: "timeout" }), timeoutMs);
    worker.on("message", answered).on("error", failed).on("exit", ended);
    worker.postMessage(input, transfer);
  });
}

/** A few threads of one kind, kept warm between calls. */
export function createWorkerPool<Input, Output>({ start, timeoutMs, threads, waiting, idleMs }: PoolSettings) {
  const idle: Idle[] = [];
  const queue: (() => void)[] = [];
  let busy = 0;

  const forget = (worker: Worker) => {
    const index = idle.findIndex((item) => item.worker === worker);
    if (index >= 0) clearTimeout(idle.splice(index, 1)[0]?.timer);
  };

  const take = (): Worker => {
    const spare = idle.pop();
    if (spare) {
      clearTimeout(spare.timer);
      spare.worker.ref();
      return spare.worker;
    }
    const worker = start();
    // A thread that fails while idle, or after it was given up, must not end the process.
    worker.on("error", () => undefined);
    worker.on("exit", () => forget(worker));
    return worker;
  };

  const keep = (worker: Worker) => {
    const retire = () => {
      forget(worker);
      void worker.terminate();
    };
    worker.unref();
    idle.push({ worker, timer: setTimeout(retire, idleMs).unref() });
  };

  return async (input: Input, transfer: Transferable[] = []): Promise<WorkerResult<Output>> => {
    if (busy < threads) busy += 1;
    else if (queue.length >= waiting) return { ok: false, failure: "busy" };
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      const worker = take();
      const result = await ask<Output>(worker, input, transfer, timeoutMs);
      if (result.ok) keep(worker);
      // A thread that failed is never used again.
      else void worker.terminate();
      return result;
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
