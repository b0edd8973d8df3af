import "server-only";
import { Pool } from "pg";
import { env } from "@/lib/platform/env";

/** A few connections for what must answer even while every connection of the client is busy: limits and health. */
export const pool = new Pool({
  connectionString: env.databaseUrl,
  max: 3,
  connectionTimeoutMillis: 5_000,
  query_timeout: 5_000,
  // As the client's own connections, so that health tells when a pooler refuses the option.
  options: "-c timezone=UTC",
  allowExitOnIdle: true,
});

// A broken idle connection is replaced on the next query; without a listener it would end the process.
pool.on("error", () => undefined);
