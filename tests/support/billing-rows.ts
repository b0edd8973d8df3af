import { systemActor } from "@/lib/auth/actor";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { importFacilities } from "@/lib/integration/commands/import-facilities";
import { importPeriods } from "@/lib/integration/commands/import-periods";
import type { ImportBills, ImportContracts, ImportFacilities, ImportPeriods, ImportReadings } from "@/lib/integration/schema";

export const billing = systemActor("integration", "billing");

export const CONTRACT: ImportContracts[number] = {
  number: "78010000000099",
  clientName: "ООО «Проверка»",
  inn: "7801000012",
  kpp: null,
  priceCategory: 1,
  periodGroup: "standard",
  concludedOn: "2020-01-15",
  archivedAt: null,
  emails: ["one@demo.test", "two@demo.test"],
};

export const METER: ImportFacilities[number]["points"][number]["meters"][number] = {
  serialNumber: "10000001",
  model: null,
  type: null,
  integerDigits: 6,
  fractionDigits: 2,
  verificationDue: "2030-01-01",
  installedOn: "2020-01-01",
  removedOn: null,
  status: "awaiting",
  registers: [
    { quantity: "active_import", zone: "day" },
    { quantity: "active_import", zone: "night" },
  ],
};

export const FACILITY: ImportFacilities[number] = {
  contractNumber: CONTRACT.number,
  code: "780100000000990001",
  kind: "site",
  name: null,
  address: "г. Санкт-Петербург, Невский пр., д. 1",
  status: "awaiting",
  points: [{ code: "783000000990001", name: "ГРЩ", flat: null, multiplier: "40", lossesPercent: "2.5", meters: [METER] }],
};

export const PERIOD: ImportPeriods[number] = {
  group: "standard",
  month: "2026-10",
  opensAt: "2026-09-30T21:00:00Z",
  closesAt: "2026-11-21T21:00:00Z",
  closedAt: "2026-11-04T21:00:00Z",
};

export const READING: ImportReadings[number] = {
  pointCode: "783000000990001",
  serialNumber: "10000001",
  quantity: "active_import",
  zone: "day",
  month: "2026-10",
  value: "123.45",
  consumption: "4100.5",
  source: "supplier",
};

export const BILL: ImportBills[number] = {
  contractNumber: CONTRACT.number,
  number: "129000000001",
  kind: "final",
  issuedOn: "2026-11-05",
  dueOn: "2026-11-18",
  month: "2026-10",
  amount: "10000",
  settledAmount: "0",
};

/** A contract with one facility, one meter of two zones and one month. */
export async function importGround(): Promise<void> {
  await importContracts(billing, [CONTRACT]);
  await importPeriods(billing, [PERIOD]);
  await importFacilities(billing, [FACILITY]);
}
