import { describe, expect, it } from "vitest";
import { packPreview } from "@/lib/readings/rules/pack-preview";
import { planFile } from "@/lib/readings/rules/plan-file";
import type { SheetRow } from "@/lib/readings/types";
import { unpackLines } from "@/lib/readings/rules/unpack-lines";

/** A register as the database packs it. */
const packed = (id: string, serialNumber: string, previous: string | null, current: string | null) => [
  id, `meter-${serialNumber}`, "7801", "Склад", "awaiting", "awaiting", serialNumber, "Ввод 1", "active_import", "all_day",
  6, 2, "40", "0", previous, previous === null ? null : "2026-10", current, current === null ? null : 3,
];
const lines = unpackLines(JSON.stringify([packed("a", "1", "100", null), packed("b", "2", "100", "150"), packed("c", "3", null, "150")]));

const row = (number: number, serialNumber: string, text: string): SheetRow => ({
  row: number, facilityCode: "7801", facilityName: "", serialNumber, pointName: "", quantity: "А+", zone: "Круглосуточная", current: { kind: "plain", text },
});
const pack = (rows: SheetRow[]) => packPreview(planFile(rows, lines), lines, "state");

describe("packPreview", () => {
  it("tells what changes from what stays, with the version it was compared with", () => {
    expect(pack([row(2, "1", "110,5"), row(3, "2", "150"), row(4, "3", "160")])).toEqual({
      counts: { send: 2, same: 1, wrong: 0, empty: 0 },
      preview: {
        send: [
          [2, "a", "100", "110.5", "420", null, false],
          [4, "c", null, "160", null, 3, false],
        ],
        same: [["b", "150", 3]],
        state: "state",
        wrong: [],
      },
    });
  });

  it("keeps of wrong rows only what a page shows and a database takes", () => {
    const long = `\u0000\ud83d${"\u{1f600}".repeat(100)}`;
    const { preview } = pack([row(2, long, long), row(3, "1", "")]);
    const [[number, problem, facilityCode, serialNumber] = []] = preview.wrong;
    expect([number, facilityCode]).toEqual([2, "7801"]);
    expect(serialNumber?.length).toBeLessThanOrEqual(60);
    expect(serialNumber?.isWellFormed()).toBe(true);
    expect(serialNumber).not.toContain("\u0000");
    expect(problem).toMatchObject({ code: "unknown_meter", text: serialNumber });
  });
});
