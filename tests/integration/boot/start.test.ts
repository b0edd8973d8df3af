import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ENV_VARIABLES } from "@/lib/platform/env-variables";

const folder = mkdtempSync(join(tmpdir(), "amper-start-"));
const PRODUCTION = {
  APP_URL: "https://cabinet.example.com",
  BANK_API_URL: "https://bank.example.com/v3",
  BANK_SHOP_ID: "123456",
  BANK_SECRET: "secret",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  MAIL_FROM: "cabinet@example.com",
  SMTP_URL: "smtp://mail.example.com",
};
const NOWHERE = "postgresql://amper:secret@127.0.0.1:9/amper";

async function listen() {
  const server = createServer((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n")).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: String((server.address() as AddressInfo).port) };
}

/** Runs `npm start` without npm, with no variable of ours but these: an empty one counts as absent. */
async function start(variables: Record<string, string>): Promise<{ code: unknown; lines: string[] }> {
  const { server, port } = await listen();
  server.close();
  const env: NodeJS.ProcessEnv = { ...process.env, ...Object.fromEntries(ENV_VARIABLES.map(({ name }) => [name, ""])), AMPER_DATA_DIR: join(folder, port), PORT: port, ...variables };
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/start.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [unknown];
  return { code, lines: output.trim().split("\n") };
}

const databaseUrl = (change: Partial<URL>) => Object.assign(new URL(process.env.DATABASE_URL ?? ""), change).href;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.concurrent("a start that cannot go on says in one line what to do", () => {
  it("names the program that holds the port", async () => {
    const { server, port } = await listen();
    const { code, lines } = await start({ PORT: port });
    server.close();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^Port ${port} is taken by .+\\. Stop it, or choose another port: PORT=${Number(port) + 1} npm start$`))]);
  });

  it.each([
    ["an address of another machine", { HOST: "192.0.2.1" }, /^This machine has no address 192\.0\.2\.1 to listen on/],
    ["a server that is not there", { ...PRODUCTION, DATABASE_URL: NOWHERE }, /nothing listens at 127\.0\.0\.1:9\. Start PostgreSQL there or correct DATABASE_URL\.$/],
    ["a wrong password", { ...PRODUCTION, DATABASE_URL: databaseUrl({ password: "wrong" }) }, /does not let user amper in\. Correct user and password in DATABASE_URL\.$/],
    ["an absent database", { ...PRODUCTION, DATABASE_URL: databaseUrl({ pathname: "/absent" }) }, /has no database absent\. Create it/],
  ])("%s", async (_name, variables, expected) => {
    const { code, lines } = await start(variables);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(expected)]);
  });

  it("a program that is not PostgreSQL", async () => {
    const { server, port } = await listen();
    const { code, lines } = await start({ ...PRODUCTION, DATABASE_URL: `postgresql://amper:secret@127.0.0.1:${port}/amper` });
    server.close();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^The database is not reachable: .*Check DATABASE_URL and the server\.$/)]);
  });

  it("every wrong variable at once, without its value", async () => {
    const { code, lines } = await start({ PORT: "http", DATABASE_URL: "mysql://root:secret@db", APP_URL: "cabinet" });
    expect(code).toBe(1);
    expect(lines).toHaveLength(4);
    for (const name of ["PORT", "DATABASE_URL", "APP_URL"]) expect(lines).toContainEqual(expect.stringMatching(`^${name} must `));
    expect(lines.join()).not.toContain("secret");
  });

  it("every missing variable at once", async () => {
    const { code, lines } = await start({ DATABASE_URL: NOWHERE });
    expect(code).toBe(1);
    for (const name of ["APP_URL", "BANK_API_URL", "BANK_SHOP_ID", "BANK_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]) expect(lines.join("\n")).toContain(`${name} is missing`);
  });

  it("a file where the data folder should be", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const { code, lines } = await start({ AMPER_DATA_DIR: file });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^A file stands where a folder is needed .*Correct AMPER_DATA_DIR\.$/)]);
  });
});
