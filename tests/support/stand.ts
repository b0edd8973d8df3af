import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the end-to-end tests run against. The environment carries it from Playwright to its workers and to serve.ts. */
export type Stand = {
  url: string;
  port: number;
  /** Everything the stand writes: made when it starts, removed when it stops. */
  folder: string;
  /** Holds the address of the database as soon as the cabinet answers. */
  databaseFile: string;
  /** Holds the address of the stand-in for the bank, for its control. */
  bankFile: string;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function getStand(): Promise<Stand> {
  process.env.E2E_PORT ??= String(await freePort());
  process.env.E2E_OWNER ??= String(process.pid);
  process.env.E2E_FOLDER ??= join(tmpdir(), `amper-e2e-${process.env.E2E_OWNER}`);
  const port = Number(process.env.E2E_PORT);
  const folder = process.env.E2E_FOLDER;
  return { port, url: `http://localhost:${port}`, folder, databaseFile: join(folder, "database-url"), bankFile: join(folder, "bank-url") };
}
