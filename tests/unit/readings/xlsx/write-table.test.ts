import { describe, expect, it } from "vitest";
import { read } from "xlsx";
import { planFile } from "@/lib/readings/rules/plan-file";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";
import { writeRegisterTemplate } from "@/lib/readings/xlsx/write-register-template";
import { writeTable } from "@/lib/readings/xlsx/write-table";
import { SAMPLE_LINES } from "@/tests/support/register-lines";

const COLUMNS = [
  { header: "Текст", width: 20, kind: "text" as const },
  { header: "Число", width: 12, kind: "number" as const },
];

function cellsOf(bytes: Buffer) {
  const book = read(bytes, { dense: true, cellNF: true });
  return book.Sheets[book.SheetNames[0] ?? ""]?.["!data"] ?? [];
}

describe("writeTable", () => {
  const nasty = ["=1+1", "+7 921", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://localhost\")", "<b>&\"", "_x0041_", "__proto__", "\u0000\u0007", "0012", "12.05.2026"];

  it.each(nasty)("keeps %j a text", (text) => {
    const [, [cell] = []] = cellsOf(writeTable("Лист", COLUMNS, [[text, text]]));
    expect(cell).toMatchObject({ t: "s", z: "@" });
    expect(cell?.f).toBeUndefined();
  });

  it.each([
    ["12441.5", "n", 12441.5],
    ["-124530.48", "n", -124530.48],
    ["123456789012345", "n", 123456789012345],
    ["1234567890123456", "s", "1234567890123456"],
    ["=1", "s", "=1"],
  ])("writes the number %s as it is", (text, type, value) => {
    const [, [, cell] = []] = cellsOf(writeTable("Лист", COLUMNS, [["", text]]));
    expect(cell).toMatchObject({ t: type, v: value });
  });

  it("takes empty tables, empty cells and very long texts", () => {
    expect(cellsOf(writeTable("Лист", COLUMNS, []))).toHaveLength(1);
    expect(cellsOf(writeTable("Лист", COLUMNS, [[null, null], []]))).toHaveLength(3);
    const [, [cell] = []] = cellsOf(writeTable("Лист", COLUMNS, [["я".repeat(40_000), null]]));
    expect(String(cell?.v)).toHaveLength(32_767);
  });
});

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
