import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importIntervalDays } from "@/lib/integration/commands/import-interval-days";
import { importReadings } from "@/lib/integration/commands/import-readings";
import { billing, importGround, READING } from "@/tests/support/billing-rows";

const NIGHT = { ...READING, zone: "night" as const, value: "50" };
const DAY = {
  pointCode: READING.pointCode,
  serialNumber: READING.serialNumber,
  quantity: READING.quantity,
  zone: READING.zone,
  day: "2026-10-31",
  values: Array.from({ length: 24 }, (_, hour) => (hour === 3 ? null : "0.1")),
  source: "amr" as const,
};

const versions = async () => {
  const rows = await db.reading.findMany({
    where: { register: { zone: "day" } },
    orderBy: { version: "asc" },
    select: { version: true, isCurrent: true, value: true, consumption: true },
  });
  return rows.map(({ version, isCurrent, value, consumption }) => [version, isCurrent, value.toString(), consumption?.toString()]);
};

beforeAll(importGround);

describe("readings", () => {
  it("sent twice are one version", async () => {
    expect(await importReadings(billing, [READING, NIGHT])).toEqual({ ok: true, received: 2, saved: 2 });
    expect(await importReadings(billing, [READING, NIGHT])).toEqual({ ok: true, received: 2, saved: 0 });
    expect(await importReadings(billing, [{ ...READING, value: "123.450000", source: "amr" }])).toMatchObject({ saved: 0 });
    expect(await versions()).toEqual([[1, true, "123.45", "4100.5"]]);
  });

  it("become a new version when billing corrects the value or the consumption alone", async () => {
    await importReadings(billing, [{ ...READING, value: "124" }, NIGHT]);
    await importReadings(billing, [{ ...READING, value: "124", consumption: null }]);
    expect(await versions()).toEqual([
      [1, false, "123.45", "4100.5"],
      [2, false, "124", "4100.5"],
      [3, true, "124", undefined],
    ]);
  });

  it("sent by ten at once follow each other without a gap", async () => {
    const values = Array.from({ length: 10 }, (_, index) => String(200 + index));
    const outcomes = await Promise.all(values.map((value) => importReadings(billing, [NIGHT, { ...READING, value }])));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const all = await versions();
    expect(all.map(([version]) => version)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(all.filter(([, isCurrent]) => isCurrent)).toHaveLength(1);
  });

  it("of an unknown register or month are refused with everything sent beside them", async () => {
    const before = await db.reading.count();
    const rows = [{ ...NIGHT, value: "77" }, { ...READING, zone: "peak" as const }, { ...READING, month: "2019-01" }];
    expect(await importReadings(billing, rows)).toEqual({
      ok: false,
      problems: [
        { row: 1, code: "unknown_register", key: "783000000990001 10000001 active_import peak" },
        { row: 2, code: "unknown_period", key: "2019-01" },
      ],
    });
    expect(await db.reading.count()).toBe(before);
  });

  it("named twice in one call are refused", async () => {
    expect(await importReadings(billing, [READING, READING])).toMatchObject({ problems: [{ row: 1, code: "repeated" }] });
  });
});

describe("interval days", () => {
  it("sent twice are one day whose total is exact and leaves gaps out", async () => {
    expect(await importIntervalDays(billing, [DAY])).toMatchObject({ saved: 1 });
    expect(await importIntervalDays(billing, [DAY])).toMatchObject({ saved: 0 });
    const [day] = await db.$queryRaw<{ day: string; total: string; gaps: bigint }[]>`
      SELECT day::text, day_total::text AS total, (SELECT count(*) FROM unnest("values") v WHERE v IS NULL) AS gaps FROM interval_days`;
    expect(day).toEqual({ day: "2026-10-31", total: "2.300000", gaps: 1n });
  });

  it("replace the day when they differ, also by half hours", async () => {
    expect(await importIntervalDays(billing, [{ ...DAY, values: Array<string>(48).fill("0.25") }])).toMatchObject({ saved: 1 });
    const day = await db.intervalDay.findFirstOrThrow();
    expect([day.values.length, day.dayTotal.toString()]).toEqual([48, "12"]);
    expect(await db.intervalDay.count()).toBe(1);
  });

  it("of an unknown register are refused", async () => {
    expect(await importIntervalDays(billing, [DAY, { ...DAY, serialNumber: "0" }])).toMatchObject({
      problems: [{ row: 1, code: "unknown_register" }],
    });
  });
});
