import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { systemActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { job, jobKind } from "@/lib/platform/job-kind";
import { closeJobs } from "@/lib/platform/jobs";
import { CONTRACT, importGround } from "@/tests/support/billing-rows";

vi.mock("@/lib/platform/log", () => ({ log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }, withLogFields: (_: object, run: () => unknown) => run() }));

const BY = systemActor("integration", "test");
const kind = jobKind("test.transact", z.object({ n: z.number() }));
const count = async () => {
  const [{ n: jobs } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'test.transact'`;
  return [await db.user.count(), await db.auditEvent.count(), await db.outboxEvent.count(), jobs];
};

const write = (email: string, after?: () => Promise<void>) =>
  transact(BY, async (tx) => {
    const user = await tx.user.create({ data: { email, lastName: "А", firstName: "Б", createdAt: new Date() } });
    await after?.();
    return {
      result: user.id,
      audit: [{ action: "test.write", subject: { kind: "user", id: user.id } }],
      outbox: [{ kind: "test.written", payload: { email } }],
      jobs: [job(kind, { n: 1 })],
    };
  });

beforeAll(() => write("first@test.test"));
afterAll(async () => {
  await closeJobs();
  await db.$disconnect();
});

it("commits the work, its audit, its outbox and its jobs together", async () => {
  const before = await count();
  await write("second@test.test");
  expect(await count()).toEqual(before.map((n) => n + 1));
});

it("takes back everything when the work fails, and when what follows it fails", async () => {
  const before = await count();
  await expect(write("third@test.test", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(write("second@test.test")).rejects.toThrow(/Unique constraint/);
  const wrongOutbox = transact(BY, async (tx) => {
    const { id } = await tx.user.create({ data: { email: "fourth@test.test", lastName: "А", firstName: "Б", createdAt: new Date() } });
    return { result: id, audit: [{ action: "x.y", subject: { kind: "user", id } }], outbox: [{ kind: "x.y", contractId: "no uuid", payload: {} }], jobs: [job(kind, { n: 2 })] };
  });
  await expect(wrongOutbox).rejects.toThrow();
  expect(await count()).toEqual(before);
});

it("takes back everything when a job is not enqueued", async () => {
  const before = await count();
  const attempt = transact(BY, async (tx) => {
    const { id } = await tx.user.create({ data: { email: "fifth@test.test", lastName: "А", firstName: "Б", createdAt: new Date() } });
    return {
      result: id,
      audit: [{ action: "x.y", subject: { kind: "user", id } }],
      outbox: [{ kind: "x.y", payload: {} }],
      jobs: [job(kind, { n: 3 }), job(jobKind("No such name!", z.object({})), {})],
    };
  });
  await expect(attempt).rejects.toThrow();
  expect(await count()).toEqual(before);
});

it("names who did it and on which contract", async () => {
  await importGround();
  const { id: contractId } = await db.contract.findUniqueOrThrow({ where: { number: CONTRACT.number } });
  await transact(BY, () =>
    Promise.resolve({
      result: null,
      audit: [{ action: "x.named", subject: { kind: "contract", id: contractId }, contractId }],
      outbox: [{ kind: "x.named", contractId, payload: {} }],
    }),
  );
  expect(await db.auditEvent.findFirstOrThrow({ where: { action: "x.named" } })).toMatchObject({ actorKind: "integration", actorId: "test", contractId });
  expect(await db.outboxEvent.findFirstOrThrow({ where: { kind: "x.named" } })).toMatchObject({ contractId });
});
