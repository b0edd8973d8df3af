import { describe, expect, it } from "vitest";
import { read } from "xlsx";
import { planFile } from "@/lib/readings/rules/plan-file";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";
import { writeRegisterTemplate } from "@/lib/readings/xlsx/write-register-template";
import { SAMPLE_LINES } from "@/tests/support/register-lines";

function cellsOf(bytes: Buffer) {
  const book = read(bytes, { dense: true, cellNF: true });
  return book.Sheets[book.SheetNames[0] ?? ""]?.["!data"] ?? [];
}

describe("writeRegisterTemplate", () => {
  it("is read back row by row with its codes and without a value to send", async () => {
    const sheet = await readRegisterSheet(writeRegisterTemplate(SAMPLE_LINES));
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    expect(sheet.rows.map(({ facilityCode, serialNumber }) => [facilityCode, serialNumber])).toEqual(SAMPLE_LINES.map(({ facilityCode, serialNumber }) => [facilityCode, serialNumber]));
    expect(planFile(sheet.rows, SAMPLE_LINES)).toEqual({ accepted: [], wrong: [], empty: 6 });
  });

  it("changes nothing when what was sent comes back", async () => {
    const lines = SAMPLE_LINES.map((line) => ({ ...line, current: { value: `${Number(line.previous?.value) + 1}`, version: 1 } }));
    const sheet = await readRegisterSheet(writeRegisterTemplate(lines));
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    const plan = planFile(sheet.rows, lines);
    expect(plan.accepted.map(({ changed }) => changed)).toEqual(Array.from({ length: 6 }, () => false));
    expect(plan.wrong).toEqual([]);
  });

  it("is a text wherever Excel would make a date of a reading", () => {
    const [header, first] = cellsOf(writeRegisterTemplate(SAMPLE_LINES));
    expect(header?.map((cell) => cell.v)).toContain("Текущие показания");
    expect(first?.[0]).toMatchObject({ t: "s", z: "@", v: "780100000000110001" });
    expect(first?.[8]).toMatchObject({ t: "s", z: "@", v: "" });
  });
});
