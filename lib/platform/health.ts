import "server-only";
import { pool } from "@/lib/db/pool";

export type Health = {
  status: "ok" | "degraded" | "down";
  database: "ok" | "down";
  worker: "ok" | "late" | "absent" | "unknown";
};

export const BEAT_SECONDS = 10;
const LATE_SECONDS = 45;

/** The database's own clock on both sides: it is one for all machines and cannot be pinned. */
export async function beat(name: "worker"): Promise<void> {
  await pool.query(
    `INSERT INTO heartbeats (name, at) VALUES ($1, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
    [name],
  );
}

export async function getHealth(): Promise<Health> {
  try {
    const { rows } = await pool.query<{ late: boolean }>(
      "SELECT clock_timestamp() - at > make_interval(secs => $1) AS late FROM heartbeats WHERE name = 'worker'",
      [LATE_SECONDS],
    );
    const [row] = rows;
    const worker = row === undefined ? "absent" : row.late ? "late" : "ok";
    return { status: worker === "ok" ? "ok" : "degraded", database: "ok", worker };
  } catch {
    return { status: "down", database: "down", worker: "unknown" };
  }
}
