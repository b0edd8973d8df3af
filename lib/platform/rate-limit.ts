import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/lib/db/pool";

/** How often one key may do a thing. A whole office often shares one address, so limits per address are wide. */
export const LIMITS = {
  signInAccount: { points: 10, seconds: 15 * 60 },
  signInAddress: { points: 300, seconds: 15 * 60 },
  upload: { points: 120, seconds: 60 * 60 },
  action: { points: 300, seconds: 60 },
  webhook: { points: 1200, seconds: 60 },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type LimitName = keyof typeof LIMITS;
export type LimitResult = { ok: true } | { ok: false; retryAfterSeconds: number };

// Without names for statements: a pooler in transaction mode loses prepared ones.
const store = { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values) };
const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known !== undefined) return known;
  const made = new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points: LIMITS[name].points,
    duration: LIMITS[name].seconds,
    clearExpiredByTimeout: false,
  });
  limiters.set(name, made);
  return made;
}

/** Hashed: keys are e-mails and addresses of people, and of any length. */
function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Counts one attempt; shared by all processes through the database. */
export async function limit(name: LimitName, key: string): Promise<LimitResult> {
  try {
    await limiter(name).consume(hashed(key));
    return { ok: true };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
}

/** Forgets the attempts of a key, as after a successful sign-in. */
export async function clearLimit(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(hashed(key));
}

export async function deleteExpiredLimits(): Promise<void> {
  await pool.query("DELETE FROM rate_limit WHERE expire < extract(epoch FROM clock_timestamp()) * 1000");
}
