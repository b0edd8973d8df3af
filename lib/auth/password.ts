import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id parameters of the OWASP password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** A burst of sign-ins must not take all memory and threads. */
const PARALLEL = 8;

let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password, OPTIONS));
}

/** Hash of nothing anyone knows: an unknown account costs the same work as a known one. */
let decoy: Promise<string> | undefined;

/** False also when there is no hash to compare with. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await decoy);
  const matches = await limited(() => verify(against, password));
  return matches && stored !== null;
}
