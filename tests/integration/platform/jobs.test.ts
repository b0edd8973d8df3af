import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { systemActor } from "@/lib/auth/actor";
import { pool } from "@/lib/db/pool";
import { transact } from "@/lib/db/transact";
import { job, jobKind } from "@/lib/platform/job-kind";
import { startJobs } from "@/lib/platform/job-runner";
import { closeJobs, defineJob } from "@/lib/platform/jobs";

vi.mock("@/lib/platform/log", () => ({
  log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  withLogFields: (_: object, run: () => unknown) => run(),
}));

const ACTOR = systemActor("job", "test");
const noteKind = jobKind("test.note", z.object({ text: z.string() }), { retryLimit: 2, retryDelaySeconds: 1 });
const seen: string[] = [];
const wait = { timeout: 20_000, interval: 100 };

let runner: Awaited<ReturnType<typeof startJobs>> | undefined;
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
  seen.length = 0;
});
afterAll(closeJobs);

async function enqueue(...texts: string[]): Promise<void> {
  await transact(ACTOR, () =>
    Promise.resolve({ result: null, audit: [], jobs: texts.map((text) => job(noteKind, { text })) }),
  );
}

async function count(): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'test.note'");
  return rows[0]?.n ?? 0;
}

describe("jobs", () => {
  it("are enqueued with their transaction, on a database that has no queue yet, by many at once", async () => {
    await Promise.all(Array.from({ length: 15 }, (_, index) => enqueue(`a${index}`, `b${index}`)));
    expect(await count()).toBe(30);
  });

  it("are not enqueued when it is taken back", async () => {
    const before = await count();
    const attempt = transact(ACTOR, async () => {
      await Promise.resolve();
      return { result: null, audit: [], jobs: [job(noteKind, { text: "x" }), job(jobKind("Bad name!", z.object({})), {})] };
    });
    await expect(attempt).rejects.toThrow();
    expect(await count()).toBe(before);
  });

  it("carry only what their schema describes", () => {
    const wrong: object = { text: 5 };
    expect(() => job(noteKind, wrong as { text: string })).toThrow();
  });

  it("run once, and again after a failure", async () => {
    await pool.query("DELETE FROM pgboss.job");
    let failures = 1;
    runner = await startJobs([
      defineJob(noteKind, ({ text }) => {
        seen.push(text);
        return text === "bad" && failures-- > 0 ? Promise.reject(new Error("first time")) : Promise.resolve();
      }),
    ]);
    await enqueue("good", "bad");
    await vi.waitFor(() => expect(seen.toSorted()).toEqual(["bad", "bad", "good"]), wait);
  });

  it("stand in the timetable while somebody defines them", async () => {
    const kind = jobKind("test.nightly", z.object({}));
    const timetable = async () => (await pool.query<{ name: string }>("SELECT name FROM pgboss.schedule")).rows.map(({ name }) => name);
    runner = await startJobs([defineJob(kind, () => Promise.resolve(), { cron: "0 3 * * *" })]);
    expect(await timetable()).toEqual(["test.nightly"]);
    await runner.stop();
    runner = await startJobs([]);
    expect(await timetable()).toEqual([]);
  });
});
