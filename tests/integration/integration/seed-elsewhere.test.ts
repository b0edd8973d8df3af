import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { loadDemonstration } from "@/scripts/seed-load";
import { importGround } from "@/tests/support/billing-rows";

it("touches no database that holds something", async () => {
  await importGround();
  expect(await loadDemonstration()).toBe("taken");
  expect([await db.contract.count(), await db.user.count()]).toEqual([1, 0]);
});
