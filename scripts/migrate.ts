// npm run migrate: applies prisma/migrations to DATABASE_URL, or to the embedded server without it.
import { applyMigrations } from "@/lib/db/migrate";
import { withDatabase } from "./database";

try {
  const names = await withDatabase((url) => applyMigrations(url));
  console.log(names.length === 0 ? "The database is up to date." : `Applied: ${names.join(", ")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
