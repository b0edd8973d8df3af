import { existsSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { DEMONSTRATION_SUBJECT } from "@/lib/integration/constants";
import { whoListens } from "./processes";

/** The start cannot go on; the message is one line that says what to do. */
export class StartProblem extends Error {}

const NEEDED_MEGABYTES = 200;
const OLDEST_SERVER = 15;

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export function checkDisk(folder: string): void {
  let place = path.resolve(folder);
  while (!existsSync(place)) place = path.dirname(place);
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < NEEDED_MEGABYTES) {
    throw new StartProblem(`The disk of ${place} has ${free} MB left and at least ${NEEDED_MEGABYTES} MB are needed. Free some space and start again.`);
  }
}

function tryListen(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve("")));
  });
}

/** Waits up to `patience` ms for the port: a predecessor that is going away may still hold it. */
export async function checkPort(host: string, port: number, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  // «localhost» may lead to ::1 first, where another program would answer instead of us.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (;;) {
    const codes = await Promise.all(hosts.map((name) => tryListen(port, name)));
    const taken = codes.includes("EADDRINUSE");
    if (taken && Date.now() < deadline) {
      await sleep(100);
      continue;
    }
    if (taken) {
      const who = whoListens(port) ?? "another program";
      throw new StartProblem(`Port ${port} is taken by ${who}. Stop it, or choose another port: PORT=${port + 1} npm start`);
    }
    if (codes[0] === "EACCES") throw new StartProblem(`Port ${port} needs the rights of an administrator. Choose another one: PORT=3000 npm start`);
    if (codes[0] !== "") throw new StartProblem(`This machine has no address ${host} to listen on (${codes[0]}). Correct HOST.`);
    return;
  }
}

function explainDatabase(error: unknown, { hostname, port, username, pathname }: URL): string {
  const server = `${hostname}:${port || "5432"}`;
  const database = decodeURIComponent(pathname.slice(1));
  const user = decodeURIComponent(username);
  switch (codeOf(error)) {
    case "ECONNREFUSED":
      return `nothing listens at ${server}. Start PostgreSQL there or correct DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the name ${hostname} is not known. Correct the host in DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `${server} does not let user ${user} in. Correct user and password in DATABASE_URL.`;
    case "3D000":
      return `${server} has no database ${database}. Create it (CREATE DATABASE ${database}) or correct DATABASE_URL.`;
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `${server} answers: ${reason || codeOf(error)}. Check DATABASE_URL and the server.`;
    }
  }
}

/** Whether a PostgreSQL of our own choice answers and is new enough. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
    const major = Math.floor(Number(rows[0]?.number ?? 0) / 10000);
    if (major < OLDEST_SERVER) throw new StartProblem(`DATABASE_URL leads to PostgreSQL ${major}; at least ${OLDEST_SERVER} is needed.`);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`The database is not reachable: ${explainDatabase(error, new URL(url))}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A demonstration's accounts are published, so its database must never serve real clients. */
export async function refuseDemonstration(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query("SELECT FROM audit_events WHERE subject_kind = $1 LIMIT 1", [DEMONSTRATION_SUBJECT]);
    if (rows.length > 0) {
      throw new StartProblem("This database holds demonstration data with published passwords. Set AMPER_DEMO=1, or point DATABASE_URL at another database.");
    }
  } finally {
    await client.end();
  }
}
