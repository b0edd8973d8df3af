import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { findRepeated } from "@/lib/integration/rules";
import type { ImportOutcome, ImportProblem } from "@/lib/integration/types";

type Step = {
  /** Reads only; anything it returns refuses the whole import. */
  check?: (tx: Tx) => Promise<ImportProblem[]>;
  /** @returns how many rows it added or changed. */
  save: (tx: Tx) => Promise<number>;
};

/** The frame of every import: refuse as a whole or save as a whole, with one audit row. */
export async function runImport<T>(
  by: SystemActor,
  name: string,
  rows: readonly T[],
  keyOf: (row: T) => string,
  { check, save }: Step,
): Promise<ImportOutcome> {
  const repeated = findRepeated(rows.map((value, row) => ({ row, key: keyOf(value) })));
  if (repeated.length > 0) return { ok: false, problems: repeated };
  return transact<ImportOutcome>(by, async (tx) => {
    const problems = (await check?.(tx)) ?? [];
    if (problems.length > 0) return { result: { ok: false, problems }, audit: [] };
    const saved = await save(tx);
    const outcome = { received: rows.length, saved };
    const entry = { action: `${name}.import`, subject: { kind: "import", id: by.name }, after: outcome };
    return { result: { ok: true, ...outcome }, audit: saved === 0 ? [] : [entry] };
  });
}
