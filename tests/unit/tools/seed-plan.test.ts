import { type CalendarDate, parseDate } from "@internationalized/date";
import Big from "big.js";
import { describe, expect, it } from "vitest";
import * as schema from "@/lib/integration/schema";
import { planDemonstration } from "@/scripts/seed-plan";

const ZONE = "Europe/Moscow";
const DAYS = ["2026-11-21", "2027-01-31", "2028-02-29", "2026-12-01", "2026-12-31", "2027-03-01", "2026-12-02"].map(parseDate);

const cache = new Map<string, ReturnType<typeof planDemonstration>>();
function planOf(day: CalendarDate) {
  const plan = cache.get(day.toString()) ?? planDemonstration(day, ZONE);
  cache.set(day.toString(), plan);
  return plan;
}

/** Serial number, quantity, zone, value and factor of the registers that come with files made elsewhere. */
const SAMPLES = [
  ["20300109", "active_import", "all_day", "12441", "12000", "5"],
  ["43984851", "active_import", "all_day", "50321.5", "1200", "0"],
  ["43984851", "reactive_import", "all_day", "18200", "1200", "0"],
  ["01202434", "active_import", "day", "3120.5", "40", "0"],
  ["01202434", "active_import", "night", "1450.25", "40", "0"],
  ["01284918", "active_import", "all_day", "900000", "1", "0"],
];

it("gives the same data on the same day", () => {
  expect(planDemonstration(parseDate("2026-11-21"), ZONE)).toEqual(planOf(parseDate("2026-11-21")));
});

describe.each(DAYS)("on %s", (day) => {
  const plan = planOf(day);
  const first = day.set({ day: 1 });
  const monthBack = (months: number) => first.subtract({ months }).toString().slice(0, 7);

  it("fits what an import takes", () => {
    schema.importContractsSchema.parse(plan.contracts);
    schema.importPeriodsSchema.parse(plan.periods);
    schema.importFacilitiesSchema.parse(plan.facilities);
    schema.importReadingsSchema.parse(plan.readings);
    schema.importIntervalDaysSchema.parse(plan.intervalDays);
    schema.importBillsSchema.parse(plan.bills);
    schema.importChargesSchema.parse(plan.charges);
    schema.importAdvancesSchema.parse(plan.advances);
    schema.importPaymentOrdersSchema.parse(plan.paymentOrders);
  });

  it("has 24 past months, the current and the next, and one that takes readings", () => {
    expect(plan.periods.map(({ month }) => month)).toEqual(Array.from({ length: 26 }, (_, index) => monthBack(24 - index)));
    for (const clock of ["00:00", "23:59"]) {
      const at = Date.parse(`${day.toString()}T${clock}:00+03:00`);
      const open = plan.periods.filter(
        (period) => Date.parse(period.opensAt) <= at && at < Date.parse(period.closesAt) && period.closedAt === null,
      );
      expect(open.map(({ month }) => month)).toEqual([monthBack(0)]);
      expect(plan.periods.every(({ closedAt }) => closedAt === null || Date.parse(closedAt) <= at)).toBe(true);
    }
  });

  it("has the registers of the sample files with their previous values", () => {
    const last = plan.readings.filter(({ month }) => month === monthBack(1));
    const points = new Map(plan.facilities.flatMap(({ points }) => points.map((point) => [point.code, point])));
    const found = last
      .filter(({ serialNumber }) => SAMPLES.some(([serial]) => serial === serialNumber))
      .map(({ pointCode, serialNumber, quantity, zone, value }) => {
        const point = points.get(pointCode);
        return [serialNumber, quantity, zone, value, point?.multiplier, point?.lossesPercent];
      });
    expect(found).toEqual(expect.arrayContaining(SAMPLES));
    expect(found).toHaveLength(SAMPLES.length);
  });

  it("has hours of the current month that sum to 137 130,48 kWh up to yesterday", () => {
    const days = plan.intervalDays.filter(({ serialNumber, day: date }) => serialNumber === "20300109" && date >= first.toString());
    const sum = days.flatMap(({ values }) => values).reduce((total, value) => total.plus(value ?? 0), new Big(0));
    expect(days.map(({ day: date }) => date)).toEqual(
      Array.from({ length: day.day - 1 }, (_, index) => first.add({ days: index }).toString()),
    );
    expect(sum.toFixed()).toBe(day.day === 1 ? "0" : "137130.48");
  });

  it("has two unpaid advances on 78010000000011, one overdue, and nothing to pay on 78010000000028", () => {
    const unpaid = plan.bills.filter(({ amount, settledAmount }) => amount !== settledAmount);
    const of = (contract: string) => unpaid.filter(({ contractNumber }) => contractNumber === contract);
    const [overdue, due, ...rest] = of("78010000000011");
    expect(rest).toEqual([]);
    expect(overdue).toMatchObject({ number: "127000000011", kind: "advance", amount: "47837900" });
    expect(due).toMatchObject({ number: "127000000012", kind: "advance", amount: "63783900" });
    expect(overdue?.dueOn.localeCompare(day.toString())).toBe(-1);
    expect(due?.dueOn.localeCompare(day.toString())).toBe(1);
    expect(of("78010000000028")).toEqual([]);
    expect(of("78010000000042")).toMatchObject([{ kind: "final", settledAmount: "0" }]);
    expect(plan.advances).toEqual([
      { contractNumber: "78010000000011", kind: "advance", amount: "100957000" },
      { contractNumber: "78010000000028", kind: "overpayment", amount: "431240" },
    ]);
    expect(plan.bills.every(({ issuedOn }) => issuedOn <= day.toString())).toBe(true);
  });
});

describe.each(DAYS)("payment orders on %s", (day) => {
  const { bills, advances, paymentOrders } = planOf(day);
  const sumOf = (rows: { contractNumber: string; sum: string }[], contract: string) =>
    rows.filter(({ contractNumber }) => contractNumber === contract).reduce((total, { sum }) => total + BigInt(sum), 0n);
  const settled = bills.map(({ contractNumber, settledAmount }) => ({ contractNumber, sum: settledAmount }));
  const ahead = advances.map(({ contractNumber, amount }) => ({ contractNumber, sum: amount }));
  const orders = paymentOrders.map(({ contractNumber, amount }) => ({ contractNumber, sum: amount }));

  it("are what was settled and what was paid ahead, to the kopeck, on past days and never named alike", () => {
    for (const contract of new Set(bills.map(({ contractNumber }) => contractNumber))) {
      expect(sumOf(orders, contract), contract).toBe(sumOf([...settled, ...ahead], contract));
    }
    expect(paymentOrders.every(({ paidOn }) => paidOn <= day.toString())).toBe(true);
    const names = paymentOrders.map(({ contractNumber, number, paidOn }) => `${contractNumber} ${number} ${paidOn}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the network and the buildings", () => {
  const { facilities, readings, charges } = planOf(parseDate("2026-11-21"));
  const of = (contract: string) => facilities.filter(({ contractNumber }) => contractNumber === contract);
  const meters = facilities.flatMap(({ points }) => points.flatMap((point) => point.meters));

  it("have 500 shops and three houses of 48 flats, a meter in each", () => {
    expect(of("78010000000042")).toHaveLength(500);
    expect(of("78010000000042").every(({ points }) => points.length === 1)).toBe(true);
    expect(of("78010000000035").map(({ kind, points }) => [kind, points.length])).toEqual(Array(3).fill(["apartment_building", 48]));
    expect(of("78010000000035").flatMap(({ points }) => points.map(({ meters: [meter] }) => [meter?.integerDigits, meter?.fractionDigits]))).toEqual(
      Array(144).fill([5, 0]),
    );
    expect(of("78010000000042").filter(({ status }) => status === "awaiting")).toHaveLength(490);
  });

  it("never name two things alike", () => {
    const unique = (values: string[]) => expect(new Set(values).size).toBe(values.length);
    unique(meters.map(({ serialNumber }) => serialNumber));
    unique(facilities.map(({ code }) => code));
    unique(facilities.flatMap(({ points }) => points.map(({ code }) => code)));
    unique(of("78010000000042").map(({ address }) => address));
    expect(meters.every(({ serialNumber }) => /^\d{8,9}$/.test(serialNumber))).toBe(true);
    expect(facilities.every(({ code, contractNumber }) => code.length === 18 && code.startsWith(contractNumber))).toBe(true);
  });

  it("have displays that only go forward, within their digits, with the consumption that follows", () => {
    const points = new Map(facilities.flatMap((facility) => facility.points.map((point) => [point.code, point])));
    const series = Map.groupBy(readings, (row) => `${row.pointCode} ${row.quantity} ${row.zone}`);
    expect(series.size).toBe(652);
    for (const rows of series.values()) {
      const ordered = rows.toSorted((a, b) => a.month.localeCompare(b.month));
      for (const [index, row] of ordered.entries()) {
        const point = points.get(row.pointCode);
        const meter = point?.meters[0];
        expect(new Big(row.value).lt(10 ** (meter?.integerDigits ?? 0))).toBe(true);
        expect((row.value.split(".")[1] ?? "").length).toBeLessThanOrEqual(meter?.fractionDigits ?? 0);
        const before = ordered[index - 1];
        if (!before) continue;
        const factor = new Big(point?.multiplier ?? 0).times(new Big(point?.lossesPercent ?? 0).plus(100)).div(100);
        expect(new Big(row.value).gt(before.value)).toBe(true);
        expect(new Big(row.value).minus(before.value).times(factor).eq(row.consumption ?? 0)).toBe(true);
      }
    }
  });

  it("are charged every month for 24 months", () => {
    expect(charges).toHaveLength(5 * 24);
    expect(charges.every(({ amount }) => BigInt(amount) > 0n)).toBe(true);
  });
});
