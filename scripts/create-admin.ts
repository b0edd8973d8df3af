// npm run create-admin: a one-time link for a member of staff, the first one included.
import { inviteStaff } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/platform/env";

const [email, lastName, firstName] = process.argv.slice(2);

async function invite(): Promise<string> {
  if (!email?.includes("@") || !lastName || !firstName) throw new Error("Usage: npm run create-admin -- e-mail last-name first-name");
  if (env.databaseUrl === undefined) throw new Error("DATABASE_URL is missing: set it to the database of the cabinet");
  const token = await inviteStaff(email.toLowerCase(), lastName, firstName);
  return `Open within 24 hours, once, to set the password:\n${env.appUrl}/invite?token=${token}`;
}

try {
  console.log(await invite());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  await pool.end();
}
