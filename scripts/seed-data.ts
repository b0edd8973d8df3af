import { z } from "zod";
import { ROLES, STAFF_ROLES } from "@/lib/auth/permissions";
import { ADVANCE_KINDS, BILL_KINDS } from "@/lib/bills/constants";
import { FACILITY_KINDS } from "@/lib/integration/constants";
import { METER_STATUSES, QUANTITIES, READING_SOURCES, TARIFF_ZONES } from "@/lib/readings/constants";
import accounts from "@/prisma/seed/accounts.json" with { type: "json" };
import buildings from "@/prisma/seed/buildings.json" with { type: "json" };
import contracts from "@/prisma/seed/contracts.json" with { type: "json" };
import money from "@/prisma/seed/money.json" with { type: "json" };
import network from "@/prisma/seed/network.json" with { type: "json" };
import profiles from "@/prisma/seed/profiles.json" with { type: "json" };
import sites from "@/prisma/seed/sites.json" with { type: "json" };

const range = z.tuple([z.number(), z.number()]);
const digits = { integerDigits: z.int(), fractionDigits: z.int() };

const site = z.object({
  contract: z.string(),
  code: z.string(),
  kind: z.enum(FACILITY_KINDS).default("site"),
  name: z.string(),
  address: z.string(),
  status: z.enum(METER_STATUSES).default("awaiting"),
  /** How most of its readings came. */
  source: z.enum(READING_SOURCES),
  points: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      flat: z.string().nullable().default(null),
      multiplier: z.string(),
      lossesPercent: z.string(),
      meter: z.object({
        serialNumber: z.string(),
        model: z.string(),
        ...digits,
        installedMonthsAgo: z.int(),
        registers: z.array(
          z.object({
            quantity: z.enum(QUANTITIES),
            zone: z.enum(TARIFF_ZONES),
            /** Value of the month before the current one. */
            previous: z.string(),
            /** By how much the display usually moves in a month. */
            monthly: z.number(),
          }),
        ),
      }),
    }),
  ),
});
/** A facility with what its history is made from. */
export type Site = z.infer<typeof site>;

export const SITES = z.array(site).parse(sites);

const building = z.object({ name: z.string(), address: z.string() });
export const BUILDINGS = z
  .object({ contract: z.string(), flats: z.int(), model: z.string(), ...digits, monthly: range, buildings: z.array(building) })
  .parse(buildings);

const shopKind = z.object({ name: z.string(), multiplier: z.string(), model: z.string(), monthly: range });
export const NETWORK = z
  .object({
    contract: z.string(),
    shops: z.int(),
    ...digits,
    kinds: z.array(shopKind),
    /** How many of the last shops do not wait for readings, and why. */
    statuses: z.partialRecord(z.enum(METER_STATUSES), z.int()),
    streets: z.array(z.string()),
  })
  .parse(network);

export const MONEY = z
  .object({
    contracts: z.array(
      z.object({
        contract: z.string(),
        kopecksPerKwh: z.int(),
        /** Whether the contract pays twice ahead of the final bill. */
        advances: z.boolean(),
        unpaidFinal: z.object({ number: z.string(), dueInDays: z.int() }).optional(),
      }),
    ),
    unpaid: z.array(
      z.object({
        contract: z.string(),
        number: z.string(),
        kind: z.enum(BILL_KINDS),
        amount: z.string(),
        issuedInDays: z.int(),
        dueInDays: z.int(),
      }),
    ),
    advances: z.array(z.object({ contract: z.string(), kind: z.enum(ADVANCE_KINDS), amount: z.string() })),
  })
  .parse(money);

const profile = z.object({
  pointCode: z.string(),
  serialNumber: z.string(),
  /** Exact sum of the current month up to yesterday; null: the usual part of a month. */
  currentMonthKwh: z.string().nullable(),
  dayWeight: z.int(),
  nightWeight: z.int(),
  weekendPercent: z.int(),
});
export type Profile = z.infer<typeof profile>;
export const PROFILES = z.object({ months: z.int(), registers: z.array(profile) }).parse(profiles);

export const CONTRACTS = z
  .array(
    z.object({
      number: z.string(),
      clientName: z.string(),
      inn: z.string(),
      kpp: z.string().nullable(),
      priceCategory: z.int(),
      concludedOn: z.string(),
      emails: z.array(z.string()),
    }),
  )
  .parse(contracts);

const membership = z.object({
  contract: z.string(),
  role: z.enum(ROLES),
  facilities: z.union([z.literal("all"), z.array(z.string())]),
});
export const ACCOUNTS = z
  .object({
    password: z.string(),
    accounts: z.array(
      z.object({
        email: z.string(),
        lastName: z.string(),
        firstName: z.string(),
        middleName: z.string().nullable(),
        about: z.string(),
        staffRole: z.enum(STAFF_ROLES).nullable().default(null),
        memberships: z.array(membership),
      }),
    ),
  })
  .parse(accounts);
