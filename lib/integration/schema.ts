import { z } from "zod";
import { ADVANCE_KINDS, BILL_KINDS } from "@/lib/bills/constants";
import { FACILITY_KINDS, MAX_ROWS } from "@/lib/integration/constants";
import { METER_STATUSES, QUANTITIES, READING_SOURCES, TARIFF_ZONES } from "@/lib/readings/constants";

const text = (max: number) => z.string().trim().min(1).max(max).regex(/^\P{Cc}*$/u, "must not contain control characters");
const code = text(40);
const contractNumber = z.string().regex(/^\d{14}$/, "must be 14 digits");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month like 2026-11");
const day = z.iso.date("must be a day like 2026-11-23");
const instant = z.iso.datetime({ offset: true, error: "must be an instant like 2026-11-23T12:00:00+03:00" });
// Aborts, so that what is compared below is a number for sure.
const kopecks = z.string().regex(/^\d{1,15}$/, { error: "must be whole kopecks", abort: true });
const energy = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, "must be a number like 12441.50");
const signedEnergy = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, "must be a number like -12441.50");
const rows = <T extends z.ZodType>(row: T) => z.array(row).min(1).max(MAX_ROWS);

export const importContractsSchema = rows(
  z.object({
    number: contractNumber,
    clientName: text(300),
    inn: z.string().regex(/^(\d{10}|\d{12})$/, "must be 10 or 12 digits"),
    kpp: z.string().regex(/^\d{4}[\dA-Z]{2}\d{3}$/, "must be a KPP").nullable(),
    priceCategory: z.int().min(1).max(6),
    periodGroup: code,
    concludedOn: day.nullable(),
    archivedAt: instant.nullable(),
    emails: z.array(z.email().max(254).toLowerCase()).max(20),
  }),
);
export type ImportContracts = z.infer<typeof importContractsSchema>;

export const importPeriodsSchema = rows(
  z
    .object({ group: code, month, opensAt: instant, closesAt: instant, closedAt: instant.nullable() })
    .refine((period) => Date.parse(period.closesAt) > Date.parse(period.opensAt), "must close after it opens"),
);
export type ImportPeriods = z.infer<typeof importPeriodsSchema>;

const register = z.object({ quantity: z.enum(QUANTITIES), zone: z.enum(TARIFF_ZONES) });

const meter = z
  .object({
    serialNumber: code,
    model: text(100).nullable(),
    type: text(100).nullable(),
    integerDigits: z.int().min(1).max(12),
    fractionDigits: z.int().min(0).max(6),
    verificationDue: day.nullable(),
    installedOn: day,
    removedOn: day.nullable(),
    status: z.enum(METER_STATUSES),
    registers: z.array(register).min(1).max(20),
  })
  .refine((value) => value.removedOn === null || value.removedOn >= value.installedOn, "must not be removed before it is installed");

const meteringPoint = z.object({
  code,
  name: text(200),
  flat: text(20).nullable(),
  multiplier: z.string().regex(/^\d{1,8}(\.\d{1,4})?$/).refine((value) => Number(value) > 0, "must be above 0"),
  lossesPercent: z.string().regex(/^-?\d{1,2}(\.\d{1,6})?$|^100$/, "must be a percentage"),
  meters: z
    .array(meter)
    .max(50)
    .refine((meters) => meters.filter(({ removedOn }) => removedOn === null).length <= 1, "one meter stands at a point"),
});

export const importFacilitiesSchema = rows(
  z.object({
    contractNumber,
    code,
    kind: z.enum(FACILITY_KINDS),
    name: text(300).nullable(),
    address: text(500),
    status: z.enum(METER_STATUSES),
    points: z.array(meteringPoint).max(2000),
  }),
);
export type ImportFacilities = z.infer<typeof importFacilitiesSchema>;

const registerKey = { pointCode: code, serialNumber: code, quantity: z.enum(QUANTITIES), zone: z.enum(TARIFF_ZONES) };

export const importReadingsSchema = rows(
  z.object({ ...registerKey, month, value: energy, consumption: signedEnergy.nullable(), source: z.enum(READING_SOURCES) }),
);
export type ImportReadings = z.infer<typeof importReadingsSchema>;

export const importIntervalDaysSchema = rows(
  z.object({
    ...registerKey,
    day,
    values: z
      .array(energy.nullable())
      .refine(({ length }) => length === 24 || length === 48, "must be 24 hours or 48 half hours"),
    source: z.enum(READING_SOURCES),
  }),
);
export type ImportIntervalDays = z.infer<typeof importIntervalDaysSchema>;

export const importBillsSchema = rows(
  z
    .object({
      contractNumber,
      number: code,
      kind: z.enum(BILL_KINDS),
      issuedOn: day,
      dueOn: day,
      month,
      amount: kopecks.refine((value) => BigInt(value) > 0n, { error: "must be above 0", abort: true }),
      settledAmount: kopecks,
    })
    .refine((bill) => BigInt(bill.settledAmount) <= BigInt(bill.amount), "must not be settled above its amount"),
);
export type ImportBills = z.infer<typeof importBillsSchema>;

export const importAdvancesSchema = rows(z.object({ contractNumber, kind: z.enum(ADVANCE_KINDS), amount: kopecks }));
export type ImportAdvances = z.infer<typeof importAdvancesSchema>;

export const importChargesSchema = rows(
  z.object({
    contractNumber,
    month,
    kind: z.enum(BILL_KINDS),
    documentNumber: code,
    documentDate: day,
    amount: z.string().regex(/^-?\d{1,15}$/, "must be whole kopecks"),
  }),
);
export type ImportCharges = z.infer<typeof importChargesSchema>;

/**
 * Money as billing booked it: a transfer, or a payment of the cabinet by its number there. What that payment settled
 * provisionally counts no more, so bills with the new `settledAmount` come first.
 */
export const importPaymentOrdersSchema = rows(
  z.object({
    contractNumber,
    bankName: text(200),
    number: code,
    paidOn: day,
    amount: kopecks.refine((value) => BigInt(value) > 0n, { error: "must be above 0", abort: true }),
    purpose: text(500),
    cabinetNumber: z.string().regex(/^[1-9]\d{0,17}$/, "must be a number of a payment").nullable(),
  }),
);
export type ImportPaymentOrders = z.infer<typeof importPaymentOrdersSchema>;
