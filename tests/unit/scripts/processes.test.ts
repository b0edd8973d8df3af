import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { isAlive } from "@/scripts/is-alive.mjs";
import { isProcess, killLeftover, whoListens } from "@/scripts/processes";

const NOBODY = 2 ** 22 + 1;

it("knows the living from the dead", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(NOBODY)).toBe(false);
});

it("does not take another program for ours after its number was given away", () => {
  expect(isProcess(process.pid, /node|vitest/)).toBe(true);
  expect(isProcess(process.pid, /bin\/postgres/)).toBe(false);
  expect(isProcess(NOBODY, /./)).toBe(false);
  killLeftover(process.pid, /bin\/postgres/);
});

it("names the program that holds a port", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const who = whoListens(port);
  server.close();
  if (process.platform === "linux") expect(who).toContain(`process ${process.pid}`);
  await once(server, "close");
  expect(whoListens(port)).toBeUndefined();
});
