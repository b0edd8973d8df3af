import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Logger, pino } from "pino";
import { env } from "@/lib/platform/env";
import { prettyLine } from "@/lib/platform/log-line";
import { redact, redactText } from "@/lib/platform/redact";

/** Without children: pino writes their fields past the redaction; `withLogFields` does what they do. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error" | "fatal">;

const context = new AsyncLocalStorage<Record<string, unknown>>();

/** Everything logged inside `run`, however deep, carries these fields: a request id, a job. */
export function withLogFields<T>(fields: Record<string, unknown>, run: () => T): T {
  return context.run({ ...context.getStore(), ...fields }, run);
}

// pino takes the message of a bare error as it is, so it is given a safe one.
function safeArguments(args: unknown[]): unknown[] {
  const [first, ...rest] = args;
  const error = first instanceof Error ? first : first instanceof Object && "err" in first ? first.err : undefined;
  const fields = first instanceof Error ? { err: first } : first;
  const words = rest.length === 0 && error instanceof Error ? [error.message] : rest;
  return [fields, ...words].map((part) => (typeof part === "string" ? redactText(part) : part));
}

export function createLog(destination: DestinationStream, level: string = env.logLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...context.getStore() }),
      formatters: { level: (label) => ({ level: label }), log: redact },
      hooks: {
        logMethod(args, method) {
          method.apply(this, safeArguments(args) as Parameters<typeof method>);
        },
      },
    },
    destination,
  );
}

export const log = createLog(
  env.demonstration
    ? { write: (line) => void process.stdout.write(prettyLine(line)) }
    : pino.destination({ dest: 1, sync: true }),
);
