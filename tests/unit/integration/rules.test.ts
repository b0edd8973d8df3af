import { describe, expect, it } from "vitest";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import { findRepeated, flattenFacilities, registerKey } from "@/lib/integration/rules";
import { FACILITY } from "@/tests/support/billing-rows";

describe("findRepeated", () => {
  const keys = (...list: string[]) => list.map((key, row) => ({ row, key }));

  it("names every row after the first with the same key", () => {
    expect(findRepeated(keys("a", "b", "a", "a"))).toEqual([
      { row: 2, code: "repeated", key: "a" },
      { row: 3, code: "repeated", key: "a" },
    ]);
    expect(findRepeated(keys("a", "b"))).toEqual([]);
  });

  it("stops naming them after enough", () => {
    expect(findRepeated(keys(...Array<string>(5000).fill("a")))).toHaveLength(MAX_PROBLEMS);
  });
});

it("flattenFacilities keeps the place of the facility and the keys of the parents", () => {
  const { points, meters, registers } = flattenFacilities([{ ...FACILITY, points: [] }, FACILITY]);
  expect(points).toMatchObject([{ row: 1, facilityCode: FACILITY.code, code: "783000000990001" }]);
  expect(meters).toMatchObject([{ row: 1, pointCode: "783000000990001", serialNumber: "10000001" }]);
  expect(registers.map(registerKey)).toEqual([
    "783000000990001 10000001 active_import day",
    "783000000990001 10000001 active_import night",
  ]);
});
