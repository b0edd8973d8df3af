import { createHash } from "node:crypto";
import { invalid } from "./api-error";
import type { Bank } from "./context";

const REMEMBER_MS = 24 * 60 * 60_000;
const KEY = "Idempotence-Key";
const MAX_KEY = 64;

/** The same text for the same body whatever the order of its keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([key, inner]) => [key, canonical(inner)]);
}

/** Runs once for a key; later requests with the same key and content get the stored answer. Refusals are not stored. */
export function answerOnce(bank: Bank, key: string | undefined, content: { path: string; body: unknown }, run: () => object): object {
  if (key === undefined || key === "" || key.length > MAX_KEY) throw invalid("Idempotence key is missing or too long", KEY);
  forgetOld(bank);
  const fingerprint = createHash("sha256").update(JSON.stringify([content.path, canonical(content.body)])).digest("hex");
  const stored = bank.state.answers.get(key);
  if (stored !== undefined && stored.fingerprint !== fingerprint) throw invalid("Idempotence key duplicated", KEY);
  if (stored !== undefined) return stored.body;
  const body = run();
  bank.state.answers.set(key, { fingerprint, body, storedAt: bank.clock.now().toISOString() });
  return body;
}

/** Answers stand in the order they were stored, so the first fresh one ends the search. */
function forgetOld(bank: Bank): void {
  const limit = new Date(bank.clock.now().getTime() - REMEMBER_MS).toISOString();
  for (const [key, { storedAt }] of bank.state.answers) {
    if (storedAt > limit) return;
    bank.state.answers.delete(key);
  }
}
