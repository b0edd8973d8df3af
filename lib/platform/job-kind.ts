import type { z } from "zod";

export type JobKindOptions = {
  /** Attempts after the first one. */
  retryLimit?: number;
  /** Pause before the second attempt, doubled for each one after it. */
  retryDelaySeconds?: number;
  /** A job that runs longer is given to another worker. */
  expireSeconds?: number;
};

/** What may be asked of a worker. Its data travels as JSON, so the schema describes JSON values only. */
export type JobKind<T extends object> = Readonly<{
  name: string;
  schema: z.ZodType<T>;
  options: Required<JobKindOptions>;
}>;

/** One job to enqueue: its kind's name and options, and checked data. */
export type JobEntry = Readonly<{
  name: string;
  options: Required<JobKindOptions>;
  data: object;
  startAfter?: Date;
}>;

const DEFAULTS = { retryLimit: 5, retryDelaySeconds: 10, expireSeconds: 900 } as const;

/** Kept apart from the handler, so that commands can enqueue what a process or a command will do later. */
export function jobKind<T extends object>(name: string, schema: z.ZodType<T>, options: JobKindOptions = {}): JobKind<T> {
  return Object.freeze({ name, schema, options: { ...DEFAULTS, ...options } });
}

export function job<T extends object>(kind: JobKind<T>, data: T, startAfter?: Date): JobEntry {
  const entry = { name: kind.name, options: kind.options, data: kind.schema.parse(data) };
  return startAfter === undefined ? entry : { ...entry, startAfter };
}
