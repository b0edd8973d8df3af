import { beforeAll, describe, expect, it } from "vitest";
import { passPassword } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import { getDemonstrationState } from "@/lib/integration/queries";
import { loadDemonstration } from "@/scripts/seed-load";
import { ACCOUNTS } from "@/scripts/seed-data";

const everything = () =>
  Promise.all([
    db.user.count(),
    db.member.count(),
    db.contract.count(),
    db.facility.count(),
    db.register.count(),
    db.reading.count(),
    db.intervalDay.count(),
    db.bill.count(),
    db.charge.count(),
    db.billingPeriod.count(),
  ]);

beforeAll(async () => {
  expect(await getDemonstrationState()).toEqual({ state: "empty" });
  expect(await loadDemonstration()).toBe("loaded");
}, 60_000);

describe("the demonstration", () => {
  it("is not loaded twice", async () => {
    const before = await everything();
    expect(await loadDemonstration()).toBe("present");
    expect(await everything()).toEqual(before);
  });

  it("lets everybody in with the published password", async () => {
    for (const { email, staffRole } of ACCOUNTS.accounts) {
      const passed = await passPassword(staffRole ? "staff" : "client", { login: email, password: ACCOUNTS.password });
      expect(passed.ok, email).toBe(true);
    }
  });

  it("restricts the engineer to one facility", async () => {
    const member = await db.member.findFirstOrThrow({
      where: { user: { email: "engineer@demo.test" } },
      include: { facilities: { include: { facility: true } }, contract: true },
    });
    expect([member.role, member.allFacilities, member.contract.number]).toEqual(["engineer", false, "78010000000011"]);
    expect(member.facilities.map(({ facility }) => facility.code)).toEqual(["780100000000110001"]);
  });

  it("leaves one month open", async () => {
    const at = new Date("2026-11-21T12:00:00+03:00");
    const open = await db.billingPeriod.findMany({ where: { opensAt: { lte: at }, closesAt: { gt: at }, closedAt: null } });
    expect(open.map(({ month }) => month.toISOString().slice(0, 7))).toEqual(["2026-11"]);
  });

  it("gets windows for the months it has lived into", async () => {
    await db.billingPeriod.deleteMany({ where: { month: new Date("2026-12-01") } });
    expect(await loadDemonstration()).toBe("present");
    const next = await db.billingPeriod.findFirstOrThrow({ where: { month: new Date("2026-12-01") } });
    expect([next.opensAt.toISOString(), next.closesAt.toISOString(), next.closedAt]).toEqual([
      "2026-11-30T21:00:00.000Z",
      "2027-01-21T21:00:00.000Z",
      null,
    ]);
  });

  it("adds up in the database as it does in the plan", async () => {
    const [debt] = await db.$queryRaw<{ due: bigint }[]>`
      SELECT sum(amount - settled_amount)::bigint AS due FROM bills b JOIN contracts c ON c.id = b.contract_id
      WHERE c.number = '78010000000011'`;
    expect(debt?.due).toBe(111_621_800n);
    const [hours] = await db.$queryRaw<{ total: string }[]>`
      SELECT sum(day_total)::text AS total FROM interval_days d JOIN registers g ON g.id = d.register_id
      JOIN meters m ON m.id = g.meter_id WHERE m.serial_number = '20300109' AND d.day >= '2026-11-01'`;
    expect(hours?.total).toBe("137130.480000");
  });
});
