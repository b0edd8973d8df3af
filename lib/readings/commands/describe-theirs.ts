import "server-only";
import type { Tx } from "@/lib/db/types";
import { READING_SOURCE_NAMES, type ReadingSource } from "@/lib/readings/constants";
import type { BillingPeriod, TheirReading } from "@/lib/readings/types";

type Row = Omit<TheirReading, "by"> & { name: string; source: ReadingSource };

/** What others sent for these registers meanwhile, and who. */
export async function describeTheirs(tx: Tx, period: BillingPeriod, registerIds: string[]): Promise<TheirReading[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT g.register_id AS "registerId", trim_scale(g.value)::text AS value, g.version, g.created_at AS "at", g.source::text,
           concat_ws(' ', u.last_name, u.first_name) AS name
    FROM readings g
    LEFT JOIN submissions s ON s.id = g.submission_id
    LEFT JOIN users u ON u.id = s.user_id
    WHERE g.register_id = ANY(${registerIds}::uuid[]) AND g.month = ${period.month.toString()}::date AND g.is_current`;
  return rows.map(({ name, source, ...reading }) => ({ ...reading, by: name === "" ? READING_SOURCE_NAMES[source] : name }));
}
