import "server-only";
import type { Tx } from "@/lib/db/types";
import type { ReadingSource } from "@/lib/readings/constants";
import type { BillingPeriod, NextVersion } from "@/lib/readings/types";

/** Somebody wrote the same register or used the same key between the reading of its state and the write. */
export class Overtaken extends Error {}

type Submission = { submissionId: string; period: BillingPeriod; source: ReadingSource; at: Date };
type Change = { before: Record<string, string | null>; after: Record<string, string> };

/** Ends the current versions and adds the next ones, each on the version it was planned from. */
export async function writeVersions(tx: Tx, { submissionId, period, source, at }: Submission, changes: NextVersion[]): Promise<Change> {
  const month = period.month.toString();
  const replaced = changes.filter(({ replaces }) => replaces !== null);
  const ended = await tx.$queryRaw<{ register_id: string; value: string }[]>`
    UPDATE readings g SET is_current = false
    FROM unnest(${replaced.map(({ registerId }) => registerId)}::uuid[], ${replaced.map(({ replaces }) => replaces)}::int[]) AS c (register_id, version)
    WHERE g.register_id = c.register_id AND g.month = ${month}::date AND g.is_current AND g.version = c.version
    RETURNING g.register_id, trim_scale(g.value)::text AS value`;
  if (ended.length !== replaced.length) throw new Overtaken();
  const added = await tx.$executeRaw`
    INSERT INTO readings (id, register_id, period_id, month, version, is_current, value, consumption, source, submission_id, created_at)
    SELECT gen_random_uuid(), c.register_id, ${period.id}::uuid, ${month}::date, c.version, true, c.value::numeric,
           NULLIF(c.consumption, '')::numeric, ${source}::"ReadingSource", ${submissionId}::uuid, ${at}
    FROM unnest(
      ${changes.map(({ registerId }) => registerId)}::uuid[], ${changes.map(({ replaces }) => (replaces ?? 0) + 1)}::int[],
      ${changes.map(({ value }) => value)}::text[], ${changes.map(({ consumption }) => consumption ?? "")}::text[]
    ) AS c (register_id, version, value, consumption)
    ON CONFLICT DO NOTHING`;
  if (added !== changes.length) throw new Overtaken();
  const before = new Map(ended.map(({ register_id, value }) => [register_id, value]));
  return {
    before: Object.fromEntries(changes.map(({ registerId }) => [registerId, before.get(registerId) ?? null])),
    after: Object.fromEntries(changes.map(({ registerId, value }) => [registerId, value])),
  };
}
