import { CalendarDate } from "@internationalized/date";
import type { BillingPeriod, RegisterLine } from "@/lib/readings/types";

/** Meter 20300109 of the samples; every test says what differs. */
export function makeLine(changes: Partial<RegisterLine> = {}): RegisterLine {
  return {
    registerId: "r1",
    meterId: "m1",
    facilityCode: "780100000000110001",
    facilityName: "г. Санкт-Петербург, Индустриальный пр., д. 14",
    facilityStatus: "awaiting",
    meterStatus: "awaiting",
    serialNumber: "20300109",
    pointName: "РП-10 кВ яч. 2",
    quantity: "active_import",
    zone: "all_day",
    integerDigits: 6,
    fractionDigits: 2,
    multiplier: "12000",
    lossesPercent: "5",
    previous: { value: "12441", month: "2026-10" },
    current: null,
    mean12: null,
    ...changes,
  };
}

const second = { serialNumber: "43984851", pointName: "РП-10 кВ яч. 7", meterId: "m2", multiplier: "1200", lossesPercent: "0" };
const third = {
  facilityCode: "780100000000110002", serialNumber: "01202434", pointName: "ТП-3, склад", meterId: "m3", multiplier: "40", lossesPercent: "0", integerDigits: 5,
};

/** Contract 78010000000011 as the samples' README describes it. */
export const SAMPLE_LINES: RegisterLine[] = [
  makeLine(),
  makeLine({ ...second, registerId: "r2", previous: { value: "50321.5", month: "2026-10" } }),
  makeLine({ ...second, registerId: "r3", quantity: "reactive_import", previous: { value: "18200", month: "2026-10" } }),
  makeLine({ ...third, registerId: "r4", zone: "day", previous: { value: "3120.5", month: "2026-10" } }),
  makeLine({ ...third, registerId: "r5", zone: "night", previous: { value: "1450.25", month: "2026-10" } }),
  makeLine({
    registerId: "r6", meterId: "m4", facilityCode: "780100000000110003", serialNumber: "01284918", pointName: "РТП 100 яч. 2",
    multiplier: "1", lossesPercent: "0", integerDigits: 7, fractionDigits: 0, previous: { value: "900000", month: "2026-10" },
  }),
];

export const MOSCOW = "Europe/Moscow";

/** November 2026, taken from 1 November to 21 December in Moscow. */
export const NOVEMBER: BillingPeriod = {
  id: "p1",
  month: new CalendarDate(2026, 11, 1),
  opensAt: new Date("2026-10-31T21:00:00Z"),
  closesAt: new Date("2026-12-21T21:00:00Z"),
  closedAt: null,
};

export const IN_NOVEMBER = new Date("2026-11-21T12:00:00Z");
