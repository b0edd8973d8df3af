// npm run check:money: every invariant of money on DATABASE_URL, or on the data of the demonstration without it.
import { env } from "@/lib/platform/env";
import { withDatabase } from "./database";
import { runNode } from "./run-node";

async function check(): Promise<boolean> {
  const { db } = await import("@/lib/db/client");
  const { pool } = await import("@/lib/db/pool");
  const { checkMoney } = await import("@/lib/payments/process/check-money");
  try {
    const { breaches, bank } = await checkMoney();
    for (const { invariant, subject, words } of breaches) console.error(`${invariant}. ${subject}: ${words}`);
    if (bank === "silent") console.log(`The bank does not answer at ${env.bank.apiUrl}: 7 was not checked.`);
    console.log(breaches.length === 0 ? "Every invariant of money holds." : `${breaches.length} breaches.`);
    return breaches.length === 0;
  } finally {
    await db.$disconnect();
    await pool.end();
  }
}

/** The address of the database is read once a process, so the embedded one is given to another. */
async function checkEmbedded(): Promise<boolean> {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/check-money.ts"];
  const { ok, output } = await withDatabase((url) => runNode(args, { ...process.env, DATABASE_URL: url, AMPER_DEMO: "1" }));
  console.log(output);
  return ok;
}

try {
  process.exitCode = (await (env.databaseUrl === undefined ? checkEmbedded() : check())) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
