import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { findRepeated } from "@/lib/integration/rules";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";

/** The frame of every import: refuse as a whole or save as a whole, with one audit row. */
export async function runImport<T>(
  by: SystemActor,
  name: string,
  rows: readonly T[],
  keyOf: (row: T) => string,
  /** @returns problems, found before anything is written, or how many rows were added or changed. */
  work: (tx: Tx) => Promise<ImportProblem[] | number>,
): Promise<ImportOutcome> {
  const repeated = findRepeated(rows.map((value, row) => ({ row, key: keyOf(value) })));
  if (repeated.length > 0) return { ok: false, problems: repeated };
  return transact<ImportOutcome>(by, async (tx) => {
    const done = await work(tx);
    if (typeof done !== "number") return { result: { ok: false, problems: done }, audit: [] };
    const outcome = { received: rows.length, saved: done };
    const entry = { action: `${name}.import`, subject: { kind: "import", id: by.name }, after: outcome };
    return { result: { ok: true, ...outcome }, audit: done === 0 ? [] : [entry] };
  });
}
