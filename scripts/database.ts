import { env } from "@/lib/platform/env";
import { startPostgres } from "./postgres";

/** Runs `work` on DATABASE_URL, or on the embedded server of the data folder, started for that time. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  if (env.databaseUrl !== undefined) return work(env.databaseUrl);
  const postgres = await startPostgres({ dataDir: env.dataDir });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
