import { describe, expect, it } from "vitest";
import { MAX_ROWS } from "@/lib/integration/constants";
import * as schema from "@/lib/integration/schema";
import { BILL, CONTRACT, FACILITY, METER, PERIOD, READING } from "@/tests/support/billing-rows";

const accepts = (checked: { safeParse: (rows: unknown) => { success: boolean } }, row: object) => checked.safeParse([row]).success;
const point = FACILITY.points[0];

it("takes what is right", () => {
  expect(accepts(schema.importContractsSchema, CONTRACT)).toBe(true);
  expect(accepts(schema.importFacilitiesSchema, FACILITY)).toBe(true);
  expect(accepts(schema.importPeriodsSchema, PERIOD)).toBe(true);
  expect(accepts(schema.importReadingsSchema, READING)).toBe(true);
  expect(accepts(schema.importBillsSchema, BILL)).toBe(true);
});

describe("refuses", () => {
  it.each([
    ["a contract number of 13 digits", { number: "7801000000001" }],
    ["an INN of 11 digits", { inn: "78010000123" }],
    ["a price category above VI", { priceCategory: 7 }],
    ["an address that is none", { emails: ["nobody"] }],
    ["a line break in a name", { clientName: "а\nб" }],
    ["a zero byte in a name", { clientName: "а\0б" }],
  ])("%s", (_, wrong) => {
    expect(accepts(schema.importContractsSchema, { ...CONTRACT, ...wrong })).toBe(false);
  });

  it.each([
    ["a float in place of text", { value: 12.5 }],
    ["a negative value", { value: "-1" }],
    ["seven decimals", { value: "1.1234567" }],
    ["a comma", { value: "1,5" }],
    ["an exponent", { value: "1e5" }],
    ["a thirteenth month", { month: "2026-13" }],
    ["a word for a source", { source: "guess" }],
  ])("%s of a reading", (_, wrong) => {
    expect(accepts(schema.importReadingsSchema, { ...READING, ...wrong })).toBe(false);
  });

  it.each([
    ["roubles with kopecks", { amount: "100.00" }],
    ["kopecks that are no number", { settledAmount: "ten" }],
    ["nothing to pay", { amount: "0" }],
    ["more settled than billed", { settledAmount: "10001" }],
    ["a day that does not exist", { dueOn: "2026-02-30" }],
  ])("%s of a bill", (_, wrong) => {
    expect(accepts(schema.importBillsSchema, { ...BILL, ...wrong })).toBe(false);
  });

  it("a window that closes before it opens", () => {
    expect(accepts(schema.importPeriodsSchema, { ...PERIOD, closesAt: PERIOD.opensAt })).toBe(false);
  });

  it("two meters in one place, a removal before the installation, a multiplier of zero", () => {
    const withPoint = (wrong: object) => ({ ...FACILITY, points: [{ ...point, ...wrong }] });
    expect(accepts(schema.importFacilitiesSchema, withPoint({ meters: [METER, { ...METER, serialNumber: "2" }] }))).toBe(false);
    expect(accepts(schema.importFacilitiesSchema, withPoint({ meters: [{ ...METER, removedOn: "2019-12-31" }] }))).toBe(false);
    expect(accepts(schema.importFacilitiesSchema, withPoint({ multiplier: "0.0000" }))).toBe(false);
  });

  it("a day of 23 hours", () => {
    const { month: _, value: __, consumption: ___, ...key } = READING;
    const hours = (count: number) => ({ ...key, day: "2026-10-31", values: Array<null>(count).fill(null) });
    expect([23, 24, 25, 48].map((count) => accepts(schema.importIntervalDaysSchema, hours(count)))).toEqual([false, true, false, true]);
  });

  it("no rows and too many rows", () => {
    expect(schema.importBillsSchema.safeParse([]).success).toBe(false);
    expect(schema.importBillsSchema.safeParse(Array(MAX_ROWS + 1).fill(BILL)).success).toBe(false);
  });
});
