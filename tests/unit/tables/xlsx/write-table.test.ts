import { describe, expect, it } from "vitest";
import { read } from "xlsx";
import { writeTable } from "@/lib/tables/xlsx/write-table";

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
