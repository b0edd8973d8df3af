// The contract of the file bench: 5,000 meters with a reading of the last closed month, by the import billing uses.
import { systemActor } from "@/lib/auth/actor";
import { linkMember } from "@/lib/contracts/commands";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { importFacilities } from "@/lib/integration/commands/import-facilities";
import { importReadings } from "@/lib/integration/commands/import-readings";
import { closeJobs } from "@/lib/platform/jobs";
import { BENCH_CONTRACT, BENCH_REGISTERS, facilityCode, pointCode, serialNumber } from "./bench-contract";

const billing = systemActor("integration", "billing");
const all = Array.from({ length: BENCH_REGISTERS }, (_, index) => index);

function must(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

must(
  await importContracts(billing, [
    {
      number: BENCH_CONTRACT,
      clientName: "Большая сеть",
      inn: "7801000012",
      kpp: null,
      priceCategory: 1,
      periodGroup: "standard",
      concludedOn: null,
      archivedAt: null,
      emails: [],
    },
  ]),
);
must(
  await importFacilities(
    billing,
    all.map((index) => ({
      contractNumber: BENCH_CONTRACT,
      code: facilityCode(index),
      kind: "site" as const,
      name: null,
      address: `г. Санкт-Петербург, Заводская ул., д. ${index + 1}`,
      status: "awaiting" as const,
      points: [
        {
          code: pointCode(index),
          name: `Ввод ${index + 1}`,
          flat: null,
          multiplier: "40",
          lossesPercent: "0",
          meters: [
            {
              serialNumber: serialNumber(index),
              model: null,
              type: null,
              integerDigits: 6,
              fractionDigits: 2,
              verificationDue: null,
              installedOn: "2020-01-01",
              removedOn: null,
              status: "awaiting" as const,
              registers: [{ quantity: "active_import" as const, zone: "all_day" as const }],
            },
          ],
        },
      ],
    })),
  ),
);
must(
  await importReadings(
    billing,
    all.map((index) => ({
      pointCode: pointCode(index),
      serialNumber: serialNumber(index),
      quantity: "active_import" as const,
      zone: "all_day" as const,
      month: "2026-10",
      value: "1000",
      consumption: "4000",
      source: "supplier" as const,
    })),
  ),
);
const user = await db.user.findUniqueOrThrow({ where: { email: "admin@demo.test" }, select: { id: true } });
must(await linkMember(billing, { contractNumber: BENCH_CONTRACT, userId: user.id, role: "manager", facilityCodes: "all" }));
await closeJobs();
await db.$disconnect();
await pool.end();
