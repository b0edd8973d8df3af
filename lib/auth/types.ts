/** What every action answers; one form hook turns codes into words. */
export type ActionFailure = {
  ok: false;
  code: "signed_out" | "forbidden" | "missing" | "invalid" | "conflict" | "closed" | "too_many" | "failed";
  fieldErrors?: Record<string, string>;
  /** Seconds, with `too_many`. */
  retryAfterSeconds?: number;
};

export type ActionResult<T> = { ok: true; data: T } | ActionFailure;
