import { randomBytes } from "node:crypto";
import { Client } from "pg";

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type EmptyDatabase = {
  url: string;
  /** Rows as arrays. */
  read: (sql: string) => Promise<unknown[][]>;
  run: (sql: string) => Promise<void>;
  drop: () => Promise<void>;
};

/** A database without a table in the server of the running test file. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const server = process.env.DATABASE_URL ?? "";
  const name = `empty_${randomBytes(6).toString("hex")}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  return {
    url,
    read: (sql) => onServer(url, async (client) => (await client.query<unknown[]>({ text: sql, rowMode: "array" })).rows),
    run: (sql) => onServer(url, async (client) => void (await client.query(sql))),
    drop: () => onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
