import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/platform/env";

/** Connections of one process; the cabinet and the worker each hold their own. */
const POOL_SIZE = 10;

// The full format would print the arguments of a refused query, values of clients among them.
export const db = new PrismaClient({
  errorFormat: "minimal",
  // The adapter sends moments without an offset, so a session in another zone would shift them.
  adapter: new PrismaPg({ connectionString: env.databaseUrl, max: POOL_SIZE, options: "-c timezone=UTC" }),
});
