import { inviteStaff } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/platform/env";

const [email, lastName, firstName] = process.argv.slice(2);

if (!email?.includes("@") || !lastName || !firstName) {
  process.stderr.write("Usage: npm run create-admin -- e-mail last-name first-name\n");
  process.exitCode = 1;
} else if (!env.databaseUrl) {
  process.stderr.write("DATABASE_URL is missing: set it to the database of the cabinet\n");
  process.exitCode = 1;
} else {
  const token = await inviteStaff(email.toLowerCase(), lastName, firstName);
  process.stdout.write(`Open within 24 hours, once, to set the password:\n${env.appUrl}/invite?token=${token}\n`);
  await db.$disconnect();
  await pool.end();
}
