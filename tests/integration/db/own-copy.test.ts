import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";

afterAll(() => db.$disconnect());

it("gives a test file a migrated database of its own", async () => {
  const [row] = await db.$queryRaw<{ name: string; applied: bigint }[]>`
    SELECT current_database() AS name, (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS applied`;
  expect(row?.name).toMatch(/^test_/);
  expect(Number(row?.applied)).toBeGreaterThan(0);
  expect(await db.user.count()).toBe(0);
});

it("stops the clock at the instant of the tests", () => {
  expect(now().toISOString()).toBe("2026-11-21T09:00:00.000Z");
});
