import { MAX_PROBLEMS } from "@/lib/integration/constants";
import type { ImportProblem } from "@/lib/integration/types";

/** Rows whose key already stood in an earlier row: one statement cannot save the same thing twice. */
export function findRepeated(entries: Iterable<{ row: number; key: string }>): ImportProblem[] {
  const seen = new Set<string>();
  const problems: ImportProblem[] = [];
  for (const { row, key } of entries) {
    if (seen.has(key) && problems.length < MAX_PROBLEMS) problems.push({ row, code: "repeated", key });
    seen.add(key);
  }
  return problems;
}

export type RegisterKey = { pointCode: string; serialNumber: string; quantity: string; zone: string };

/** How billing names a register. */
export function registerKey({ pointCode, serialNumber, quantity, zone }: RegisterKey): string {
  return `${pointCode} ${serialNumber} ${quantity} ${zone}`;
}

type Nested<Register, Meter, Point> = {
  code: string;
  points: readonly (Point & { code: string; meters: readonly (Meter & { serialNumber: string; registers: readonly Register[] })[] })[];
};

/** Facilities as billing nests them, taken apart into one list a table; `row` stays the facility's place. */
export function flattenFacilities<Register, Meter, Point>(facilities: readonly Nested<Register, Meter, Point>[]) {
  const points = facilities.flatMap(({ code: facilityCode, points: own }, row) =>
    own.map((point) => ({ ...point, row, facilityCode })),
  );
  const meters = points.flatMap(({ row, code: pointCode, meters: own }) => own.map((meter) => ({ ...meter, row, pointCode })));
  const registers = meters.flatMap(({ row, pointCode, serialNumber, registers: own }) =>
    own.map((register) => ({ ...register, row, pointCode, serialNumber })),
  );
  return { points, meters, registers };
}
