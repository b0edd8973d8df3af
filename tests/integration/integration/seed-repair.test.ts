import { expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { getDemonstrationState } from "@/lib/integration/queries";
import * as contracts from "@/lib/contracts/commands";
import { loadDemonstration } from "@/scripts/seed-load";

vi.mock(import("@/lib/contracts/commands"), { spy: true });

it("is finished by the next start after one that was cut off, and only then", async () => {
  vi.mocked(contracts.linkMember).mockRejectedValueOnce(new Error("the power went out"));
  await expect(loadDemonstration()).rejects.toThrow("the power went out");
  expect(await getDemonstrationState()).toEqual({ state: "begun", day: "2026-11-21" });
  const readings = await db.reading.count();
  expect(await loadDemonstration()).toBe("loaded");
  expect(await db.member.count()).toBe(7);
  expect([await db.reading.count(), await db.reading.count({ where: { version: { gt: 1 } } })]).toEqual([readings, 0]);
  expect(await getDemonstrationState()).toEqual({ state: "loaded" });
}, 60_000);
