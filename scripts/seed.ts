// npm start runs it on every start: demonstration data into an empty demonstration database.
import { Client } from "pg";
import { db } from "@/lib/db/client";
import { env } from "@/lib/platform/env";
import { loadDemonstration } from "./seed-load";

/** Two starts at once load the data once. Any number, as long as nothing else takes the same one. */
const LOCK_KEY = 780_100_001;
const SAID = {
  loaded: "The demonstration data is loaded.",
  present: "The demonstration data is there already.",
  taken: "This database holds other data: no demonstration data was added.",
};

async function seed(): Promise<string> {
  if (!env.demonstration) return "Not a demonstration: no data was added. AMPER_DEMO=1 makes it one.";
  if (env.databaseUrl === undefined) throw new Error("DATABASE_URL is missing: npm start sets it for the embedded database");
  const lock = new Client({ connectionString: env.databaseUrl, application_name: "amper seed" });
  await lock.connect();
  try {
    // Held by the connection: it goes with the process, however that ends.
    await lock.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    return SAID[await loadDemonstration()];
  } finally {
    await lock.end();
    await db.$disconnect();
  }
}

try {
  console.log(await seed());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
