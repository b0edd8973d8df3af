import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { bankClient } from "../../../support/bank-client";

type Started = { child: ChildProcess; url: string; output: () => string };

function launch(env: Record<string, string>) {
  const child = fork("sandbox/bank/server.ts", [], { execArgv: ["--import", "tsx"], env: { ...process.env, BANK_PORT: "0", ...env }, silent: true });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

async function start(env: Record<string, string> = {}): Promise<Started> {
  const started = launch(env);
  const [{ url }] = (await once(started.child, "message")) as [{ url: string }];
  return { ...started, url };
}

it("listens on this machine and leaves on SIGTERM and when its parent is gone", async () => {
  const first = await start();
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${first.url}/health`)).status).toBe(200);
  first.child.kill("SIGTERM");
  expect(await once(first.child, "exit")).toEqual([0, null]);
  const second = await start();
  second.child.disconnect();
  expect(await once(second.child, "exit")).toEqual([0, null]);
});

it("loses nothing it acknowledged when it is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "amper-bank-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const BANK_STATE_FILE = join(folder, "bank.json");
  const first = await start({ BANK_STATE_FILE });
  const bank = bankClient(first.url);
  const acknowledged: string[] = [];
  const payers = Array.from({ length: 10 }, async () => {
    for (;;) acknowledged.push((await bank.create()).body.id);
  });
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(30);
  first.child.kill("SIGKILL");
  await Promise.allSettled(payers);
  const second = await start({ BANK_STATE_FILE });
  const known = new Set((await bankClient(second.url).state()).payments.map(({ id }) => id));
  expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
});

it("starts its clock where the demonstration stands, and says nothing of a request but its line", async () => {
  const { url, output } = await start({ AMPER_NOW: "2026-11-21T12:00:00+03:00" });
  const { body } = await bankClient(url).create();
  expect(body.created_at).toMatch(/^2026-11-21T09:00:/);
  await expect.poll(output).toContain("POST /v3/payments 200");
});

it("says in one line why it cannot start", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  for (const [env, words] of [
    [{ BANK_PORT: String(port) }, "EADDRINUSE"],
    [{ BANK_CARD_LIMIT: "много" }, "BANK_CARD_LIMIT: whole roubles"],
  ] as const) {
    const { child, output } = launch(env);
    expect(await once(child, "exit")).toEqual([1, null]);
    await expect.poll(output).toContain(words);
    expect(output().trim().split("\n")).toHaveLength(1);
  }
});
