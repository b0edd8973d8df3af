import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { importFacilities } from "@/lib/integration/commands/import-facilities";
import { importPeriods } from "@/lib/integration/commands/import-periods";
import { billing, CONTRACT, FACILITY, importGround, METER, PERIOD } from "@/tests/support/billing-rows";

const OTHER = { ...CONTRACT, number: "78010000000100", emails: [] };
const [POINT] = FACILITY.points;
const withMeters = (...meters: (typeof METER)[]) => [{ ...FACILITY, points: [{ ...POINT, code: "783000000990001", name: "ГРЩ", flat: null, multiplier: "40", lossesPercent: "2.5", meters }] }];

beforeAll(importGround);

describe("contracts", () => {
  it("sent twice change nothing and leave no audit row", async () => {
    const audited = await db.auditEvent.count();
    expect(await importContracts(billing, [CONTRACT])).toEqual({ ok: true, received: 1, saved: 0 });
    expect(await db.auditEvent.count()).toBe(audited);
    expect(await db.contract.count({ where: { number: CONTRACT.number } })).toBe(1);
  });

  it("take new facts and exactly the addresses sent", async () => {
    const changed = { ...CONTRACT, clientName: "ООО «Другое имя»", emails: ["two@demo.test", "three@demo.test"] };
    expect(await importContracts(billing, [changed])).toMatchObject({ saved: 3 });
    const contract = await db.contract.findUniqueOrThrow({
      where: { number: CONTRACT.number },
      include: { emails: { orderBy: { email: "asc" } } },
    });
    expect(contract.clientName).toBe("ООО «Другое имя»");
    expect(contract.emails.map(({ email }) => email)).toEqual(["three@demo.test", "two@demo.test"]);
    await importContracts(billing, [CONTRACT]);
  });

  it("named twice in one call are refused by row", async () => {
    expect(await importContracts(billing, [OTHER, CONTRACT, OTHER])).toEqual({
      ok: false,
      problems: [{ row: 2, code: "repeated", key: OTHER.number }],
    });
    expect(await db.contract.count({ where: { number: OTHER.number } })).toBe(0);
  });

  it("keep hostile text as text", async () => {
    const clientName = `O'Reilly"); DROP TABLE contracts; -- \\u0000 {"a":[1]} \\`;
    await importContracts(billing, [{ ...CONTRACT, clientName }]);
    expect((await db.contract.findUniqueOrThrow({ where: { number: CONTRACT.number } })).clientName).toBe(clientName);
    await importContracts(billing, [CONTRACT]);
  });
});

describe("periods", () => {
  it("sent twice change nothing, and close when billing says so", async () => {
    expect(await importPeriods(billing, [PERIOD])).toMatchObject({ saved: 0 });
    expect(await importPeriods(billing, [{ ...PERIOD, closedAt: null }])).toMatchObject({ saved: 1 });
    expect(await importPeriods(billing, [PERIOD])).toMatchObject({ saved: 1 });
    const period = await db.billingPeriod.findFirstOrThrow();
    expect(period.closedAt?.toISOString()).toBe("2026-11-04T21:00:00.000Z");
    expect(await db.billingPeriod.count()).toBe(1);
  });
});

describe("facilities", () => {
  const counts = () => Promise.all([db.facility.count(), db.meteringPoint.count(), db.meter.count(), db.register.count()]);

  it("sent twice change nothing at any level", async () => {
    expect(await importFacilities(billing, [FACILITY])).toEqual({ ok: true, received: 1, saved: 0 });
    expect(await counts()).toEqual([1, 1, 1, 2]);
  });

  it("change where billing changed them", async () => {
    const changed = { ...FACILITY, address: "г. Санкт-Петербург, Невский пр., д. 2", status: "accepted" as const };
    expect(await importFacilities(billing, [changed])).toMatchObject({ saved: 1 });
    expect(await importFacilities(billing, [FACILITY])).toMatchObject({ saved: 1 });
  });

  it("of an unknown contract are refused with everything sent beside them", async () => {
    const good = { ...FACILITY, code: "780100000000990002", points: [] };
    const bad = { ...FACILITY, code: "780100000000990003", contractNumber: "78019999999999", points: [] };
    expect(await importFacilities(billing, [good, bad])).toEqual({
      ok: false,
      problems: [{ row: 1, code: "unknown_contract", key: "78019999999999" }],
    });
    expect(await counts()).toEqual([1, 1, 1, 2]);
  });

  it("never move to another contract, nor a point to another facility", async () => {
    await importContracts(billing, [OTHER]);
    expect(await importFacilities(billing, [{ ...FACILITY, contractNumber: OTHER.number }])).toMatchObject({
      problems: [{ row: 0, code: "other_contract", key: FACILITY.code }],
    });
    const thief = { ...FACILITY, contractNumber: OTHER.number, code: "780100000001000001" };
    expect(await importFacilities(billing, [thief])).toMatchObject({
      problems: [{ row: 0, code: "other_facility", key: "783000000990001" }],
    });
  });

  it("take a new meter only with the removal of the old one", async () => {
    const fresh = { ...METER, serialNumber: "10000002", installedOn: "2026-11-01" };
    expect(await importFacilities(billing, withMeters(fresh))).toMatchObject({
      problems: [{ row: 0, code: "meter_in_place", key: "783000000990001 10000001" }],
    });
    expect(await importFacilities(billing, withMeters(fresh, { ...METER, removedOn: "2026-11-01" }))).toMatchObject({ ok: true });
    expect(await counts()).toEqual([1, 1, 2, 4]);
  });
});
