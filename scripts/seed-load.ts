import { type CalendarDate, parseDate, startOfMonth } from "@internationalized/date";
import { systemActor } from "@/lib/auth/actor";
import { createAccount } from "@/lib/auth/commands";
import { linkMember } from "@/lib/contracts/commands";
import { importAdvances } from "@/lib/integration/commands/import-advances";
import { importBills } from "@/lib/integration/commands/import-bills";
import { importCharges } from "@/lib/integration/commands/import-charges";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { importFacilities } from "@/lib/integration/commands/import-facilities";
import { importIntervalDays } from "@/lib/integration/commands/import-interval-days";
import { importPaymentOrders } from "@/lib/integration/commands/import-payment-orders";
import { importPeriods } from "@/lib/integration/commands/import-periods";
import { importReadings } from "@/lib/integration/commands/import-readings";
import { markDemonstration } from "@/lib/integration/commands/mark-demonstration";
import { getDemonstrationState, listPeriodMonths } from "@/lib/integration/queries";
import * as schema from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";
import { today } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { PERIOD_GROUP, periodOf } from "./seed-calendar";
import { ACCOUNTS } from "./seed-data";
import { planDemonstration } from "./seed-plan";

const billing = systemActor("integration", "billing");
const doorman = systemActor("job", "demonstration");

async function sent(outcome: Promise<ImportOutcome>): Promise<void> {
  const result = await outcome;
  if (!result.ok) throw new Error(`The demonstration data does not fit: ${JSON.stringify(result.problems.slice(0, 5))}`);
}

async function loadBilling(day: CalendarDate): Promise<void> {
  const plan = planDemonstration(day, env.supplierTimeZone);
  await sent(importContracts(billing, schema.importContractsSchema.parse(plan.contracts)));
  await sent(importPeriods(billing, schema.importPeriodsSchema.parse(plan.periods)));
  await sent(importFacilities(billing, schema.importFacilitiesSchema.parse(plan.facilities)));
  await sent(importReadings(billing, schema.importReadingsSchema.parse(plan.readings)));
  await sent(importIntervalDays(billing, schema.importIntervalDaysSchema.parse(plan.intervalDays)));
  await sent(importBills(billing, schema.importBillsSchema.parse(plan.bills)));
  await sent(importCharges(billing, schema.importChargesSchema.parse(plan.charges)));
  await sent(importPaymentOrders(billing, schema.importPaymentOrdersSchema.parse(plan.paymentOrders)));
  await sent(importAdvances(billing, schema.importAdvancesSchema.parse(plan.advances)));
}

async function loadAccounts(): Promise<void> {
  for (const { memberships, about: _, ...account } of ACCOUNTS.accounts) {
    const userId = await createAccount(doorman, { ...account, password: ACCOUNTS.password });
    for (const { contract, role, facilities } of memberships) {
      const linked = await linkMember(doorman, { contractNumber: contract, userId, role, facilityCodes: facilities });
      if (!linked.ok) throw new Error(`The account ${account.email} does not fit contract ${contract}: ${linked.code}`);
    }
  }
}

/** A demonstration that lives on needs windows for the months it has reached. */
async function addPeriods(): Promise<void> {
  const known = new Set(await listPeriodMonths(PERIOD_GROUP));
  const current = startOfMonth(today());
  const missing = [current, current.add({ months: 1 })]
    .map((month) => periodOf(month, env.supplierTimeZone, null))
    .filter(({ month }) => !known.has(month));
  if (missing.length > 0) await sent(importPeriods(billing, missing));
}

/** Fills an empty database, finishes a filling that was cut off, and touches no other. One caller at a time. */
export async function loadDemonstration(): Promise<"loaded" | "present" | "taken"> {
  const found = await getDemonstrationState();
  if (found.state === "taken") return "taken";
  if (found.state === "loaded") {
    await addPeriods();
    return "present";
  }
  const day = found.state === "begun" ? parseDate(found.day) : today();
  if (found.state === "empty") await markDemonstration(doorman, "begin", day.toString());
  await loadBilling(day);
  await loadAccounts();
  await markDemonstration(doorman, "end", day.toString());
  return "loaded";
}
