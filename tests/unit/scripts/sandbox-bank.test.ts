import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { planBank } from "@/scripts/sandbox-bank";

const CABINET = { host: "127.0.0.1", port: 3000, appUrl: "http://localhost:3000", dataDir: "data" };

it("finds the cabinet and is found by payers under the name of the cabinet", async () => {
  const { apiUrl, url, env } = await planBank(CABINET, 0);
  const port = new URL(apiUrl).port;
  expect(apiUrl).toBe(`http://127.0.0.1:${port}/v3`);
  expect(url).toBe(`http://localhost:${port}`);
  expect(env).toMatchObject({ BANK_HOST: "127.0.0.1", BANK_PORT: port, BANK_PUBLIC_URL: url, BANK_NOTIFY_URL: "http://127.0.0.1:3000/api/webhooks/bank" });
});

it("listening everywhere is reached by itself on this machine", async () => {
  const { apiUrl, url, env } = await planBank({ ...CABINET, host: "0.0.0.0", appUrl: "http://cabinet.test" }, 0);
  expect(apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v3$/);
  expect(url).toMatch(/^http:\/\/cabinet\.test:\d+$/);
  expect(env.BANK_HOST).toBe("0.0.0.0");
});

it("takes another port when the usual one is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { env } = await planBank(CABINET, port);
  expect(env.BANK_PORT).toMatch(/^\d+$/);
  expect(env.BANK_PORT).not.toBe(String(port));
  other.close();
});
