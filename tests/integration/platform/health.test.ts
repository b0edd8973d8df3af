import { beforeEach, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { beat } from "@/lib/platform/health";

async function answer() {
  const response = await GET();
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { code: response.status, body: (await response.json()) as unknown };
}

beforeEach(async () => {
  await db.heartbeat.deleteMany();
});

it("is well while the worker beats, under a stopped clock too", async () => {
  await beat("worker");
  await beat("worker");
  expect(await answer()).toMatchObject({ code: 200, body: { status: "ok", database: "ok", worker: "ok" } });
});

it("tells of a worker that never came or fell silent, and stays in service", async () => {
  expect(await answer()).toMatchObject({ code: 200, body: { status: "degraded", worker: "absent" } });
  await beat("worker");
  await pool.query("UPDATE heartbeats SET at = at - interval '46 seconds'");
  expect(await answer()).toMatchObject({ code: 200, body: { status: "degraded", worker: "late" } });
});

it("names the version", async () => {
  expect((await answer()).body).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string });
});

it("is down without a database", async () => {
  await pool.end();
  expect(await answer()).toMatchObject({ code: 503, body: { status: "down", database: "down", worker: "unknown" } });
});
