import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { findFacilityProblems } from "@/lib/integration/commands/find-facility-problems";
import { saveFacilities, saveMeters, savePoints, saveRegisters } from "@/lib/integration/commands/save-facilities";
import { runImport } from "@/lib/integration/commands/run-import";
import { flattenFacilities } from "@/lib/integration/rules";
import type { ImportFacilities } from "@/lib/integration/schema";
import type { ImportOutcome } from "@/lib/integration/types";

/** Facilities with their points, meters and registers. What is not sent stays as it is. */
export function importFacilities(by: SystemActor, rows: ImportFacilities): Promise<ImportOutcome> {
  const flat = flattenFacilities(rows);
  return runImport(by, "facilities", rows, ({ code }) => code, async (tx) => {
    const problems = await findFacilityProblems(tx, rows, flat);
    if (problems.length > 0) return problems;
    return (
      (await saveFacilities(tx, rows)) +
      (await savePoints(tx, flat.points)) +
      (await saveMeters(tx, flat.meters)) +
      (await saveRegisters(tx, flat.registers))
    );
  });
}
