import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { unpackArchive } from "@/lib/platform/archive";
import { REGISTER_FILE } from "@/lib/readings/constants";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";
import { writeTable } from "@/lib/tables/xlsx/write-table";
import { HEADERS, makeRegisterFile, makeWorkbook, registerRow, rowXml, type MadeCell } from "@/tests/support/workbooks";

const SAMPLES = ["libreoffice.xlsx", "openpyxl.xlsx", "openpyxl.xls"];
const sample = (name: string) => readFileSync(new URL(`../../../support/samples/registers-78010000000011-${name}`, import.meta.url));

async function rowsOf(bytes: Buffer) {
  const sheet = await readRegisterSheet(bytes);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal));
  return sheet.rows;
}

async function currentOf(cell: MadeCell) {
  const [row] = await rowsOf(makeRegisterFile(cell));
  return row?.current;
}

/** The same sheet as Excel 97 keeps it. */
function makeXls(current: Record<string, unknown>): Buffer {
  const sheet = utils.aoa_to_sheet([HEADERS, registerRow(null)]);
  sheet["I2"] = current;
  sheet["!ref"] = "A1:I2";
  return Buffer.from(write(utils.book_new(sheet, "Показания"), { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

describe("files of other programs", () => {
  it.each(SAMPLES)("reads %s", async (name) => {
    const rows = await rowsOf(sample(name));
    expect(rows.map(({ row, serialNumber, quantity, zone, current }) => [row, serialNumber, quantity, zone, current.text.replace(",", ".")])).toEqual([
      [2, "20300109", "А+", "Круглосуточная", "12442"],
      [3, "43984851", "А+", "Круглосуточная", "50401.25"],
      [4, "43984851", "Р+", "Круглосуточная", "18231.5"],
      [5, "01202434", "А+", "День", "3180.75"],
      [6, "01202434", "А+", "Ночь", "1471"],
      [7, "01284918", "А+", "Круглосуточная", "926940"],
    ]);
    expect(rows[0]).toMatchObject({ facilityCode: "780100000000110001", pointName: "РП-10 кВ яч. 2" });
  });
});

describe("a cell with a reading", () => {
  it.each<[string, MadeCell, { kind: string; text: string }]>([
    ["a number", 12442, { kind: "plain", text: "12442" }],
    ["a fraction", 50321.5, { kind: "plain", text: "50321.5" }],
    ["binary noise", { xml: "<v>50321.549999999996</v>" }, { kind: "plain", text: "50321.55" }],
    ["an exponent", { xml: "<v>1.2442E4</v>" }, { kind: "plain", text: "12442" }],
    ["a small exponent", { xml: "<v>1E-7</v>" }, { kind: "plain", text: "0.0000001" }],
    ["a negative number", -5, { kind: "plain", text: "-5" }],
    ["text with a comma", "12 442,5", { kind: "plain", text: "12 442,5" }],
    ["text with no-break spaces", "\u00a012\u00a0442,5 ", { kind: "plain", text: "12 442,5" }],
    ["a text that looks like a formula", "=1+1", { kind: "plain", text: "=1+1" }],
    ["nothing", null, { kind: "plain", text: "" }],
    ["an empty styled cell", { attributes: 's="1"', xml: "" }, { kind: "plain", text: "" }],
    ["a formula with its number", { xml: "<f>A1+1</f><v>12442</v>" }, { kind: "computed", text: "12442" }],
    ["a formula never calculated", { xml: "<f>A1+1</f>" }, { kind: "broken", text: "" }],
    ["a formula with an empty value", { xml: "<f>A1+1</f><v></v>" }, { kind: "broken", text: "" }],
    ["a formula that gives a text", { attributes: 't="str"', xml: '<f>"1"&amp;"2"</f><v>12</v>' }, { kind: "broken", text: "12" }],
    ["a formula that gives nothing", { attributes: 't="str"', xml: '<f>""</f><v></v>' }, { kind: "plain", text: "" }],
    ["an error", { attributes: 't="e"', xml: "<v>#REF!</v>" }, { kind: "broken", text: "ошибка Excel" }],
    ["a truth value", { attributes: 't="b"', xml: "<v>1</v>" }, { kind: "broken", text: "ИСТИНА" }],
    ["a date that Excel made of 12.05", { attributes: 's="1"', xml: "<v>46154</v>" }, { kind: "date", text: "" }],
    ["an ISO date", { attributes: 't="d"', xml: "<v>2026-05-12</v>" }, { kind: "date", text: "" }],
    ["a number in a text format", { attributes: 's="2"', xml: "<v>12442</v>" }, { kind: "plain", text: "12442" }],
    ["something that is no number", { xml: "<v>abc</v>" }, { kind: "broken", text: "" }],
    ["an endless number", { xml: "<v>1E999</v>" }, { kind: "broken", text: "" }],
  ])("%s", async (_, cell, expected) => {
    expect(await currentOf(cell)).toEqual(expected);
  });

  it("cuts a very long text", async () => {
    expect((await currentOf("9".repeat(30_000)))?.text.length).toBe(200);
  });

  it.each<[string, Record<string, unknown>, { kind: string; text: string }]>([
    ["a number", { t: "n", v: 12442.5 }, { kind: "plain", text: "12442.5" }],
    ["a date", { t: "n", v: 46154, z: "dd.mm.yyyy" }, { kind: "date", text: "" }],
    ["an error", { t: "e", v: 0x17 }, { kind: "broken", text: "ошибка Excel" }],
    ["a text", { t: "s", v: "12 442,5" }, { kind: "plain", text: "12 442,5" }],
  ])("%s in an .xls", async (_, cell, expected) => {
    expect((await rowsOf(makeXls(cell)))[0]?.current).toEqual(expected);
  });
});

describe("one file after another", () => {
  /** Calls a built-in format of numbers a date. */
  const makeSpoiler = () =>
    makeRegisterFile(12442, {
      patch: (entries) =>
        entries.map((entry) =>
          entry.name === "xl/styles.xml"
            ? { ...entry, content: String(entry.content).replace("<fonts", '<numFmts count="1"><numFmt numFmtId="2" formatCode="dd.mm.yyyy"/></numFmts><fonts') }
            : entry,
        ),
    });

  it("is read as if it were the first", async () => {
    const file = makeXls({ t: "n", v: 12442.5, z: "0.00" });
    await readRegisterSheet(makeSpoiler());
    expect((await rowsOf(file))[0]?.current).toEqual({ kind: "plain", text: "12442.5" });
  });

  it("is written as if it were the first", async () => {
    const styles = async () => {
      const unpacked = await unpackArchive(writeTable("Лист", [{ header: "Число", width: 9, kind: "number" }], []), REGISTER_FILE, (name) => name === "xl/styles.xml");
      return unpacked.ok && unpacked.files.get("xl/styles.xml")?.toString();
    };
    const before = await styles();
    await readRegisterSheet(makeSpoiler());
    expect(await styles()).toBe(before);
  });
});

describe("the sheet", () => {
  const shuffle = (order: number[]) => (cells: MadeCell[]) => order.map((index) => cells[index] ?? null);

  it("finds columns by header in any order, among others", async () => {
    const order = shuffle([8, 6, 5, 4, 3, 2, 1, 0]);
    const rows = [[...order(HEADERS), "__proto__", "constructor", "Примечание"], [...order(registerRow(12442)), "x", "y", "z"]];
    const [row] = await rowsOf(makeWorkbook([{ name: "Лист1", rows }]));
    expect(row).toMatchObject({ facilityCode: "780100000000110001", serialNumber: "20300109", quantity: "А+", current: { text: "12442" } });
  });

  it("reads headers with other case, spaces and line ends", async () => {
    const headers = HEADERS.map((header) => ` ${header.toUpperCase().replace(" ", "\n")}\u00a0`);
    expect(await rowsOf(makeWorkbook([{ name: "Лист1", rows: [headers, registerRow(1)] }]))).toHaveLength(1);
  });

  it("reads past a title, empty rows and a row without anything", async () => {
    const rows = [["Показания за ноябрь"], [], HEADERS, [], registerRow(null), registerRow(12442), [null, "  "]];
    expect((await rowsOf(makeWorkbook([{ name: "Лист1", rows }]))).map(({ row }) => row)).toEqual([5, 6]);
  });

  it("passes hidden sheets and sheets without the table", async () => {
    const sheets = [
      { name: "Скрытый", hidden: true, rows: [HEADERS, registerRow(1)] },
      { name: "Справка", rows: [["Как заполнить"]] },
      { name: "Показания", rows: [HEADERS, registerRow(12442)] },
    ];
    expect((await rowsOf(makeWorkbook(sheets)))[0]?.current.text).toBe("12442");
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])("is read under the name %s", async (name) => {
    expect(await rowsOf(makeWorkbook([{ name, rows: [HEADERS, registerRow(12442)] }]))).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["!data"]).toBeUndefined();
  });

  it("takes codes written as numbers", async () => {
    const rows: MadeCell[][] = [HEADERS, registerRow(1).with(0, 780100000000).with(3, 20300109)];
    expect((await rowsOf(makeWorkbook([{ name: "Лист1", rows }])))[0]).toMatchObject({ facilityCode: "780100000000", serialNumber: "20300109" });
  });

  it("does not mind a dimension of the whole sheet", async () => {
    expect(await rowsOf(makeWorkbook([{ name: "Лист1", dimension: "A1:XFD1048576", rows: [HEADERS, registerRow(12442)] }]))).toHaveLength(1);
  });

  it("does not mind empty rows with a format at the very end", async () => {
    const below = '<row r="1048575" customFormat="1" s="1"/><row r="1048576" ht="12.8"><c r="A1048576" s="1"/></row>';
    expect(await rowsOf(makeWorkbook([{ name: "Лист1", rows: [HEADERS, registerRow(12442)], below }]))).toHaveLength(1);
  });

  it("does not mind a row of 16 384 cells", async () => {
    const wide = Array.from({ length: 16_384 }, (_, index) => HEADERS[index] ?? "x");
    expect(await rowsOf(makeWorkbook([{ name: "Лист1", rows: [wide, registerRow(12442)] }]))).toHaveLength(1);
  });

  it("reads prefixed XML", async () => {
    const plain = `${rowXml(HEADERS, 1)}${rowXml(registerRow(12442), 2)}`;
    const prefixed = plain.replace(/<(\/?)(row|c|v|is|t)\b/g, "<$1x:$2");
    const xml = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${prefixed}</x:sheetData></x:worksheet>`;
    expect((await rowsOf(makeWorkbook([{ name: "Лист1", xml }])))[0]?.current.text).toBe("12442");
  });

  it("ignores parts that belong to other formats", async () => {
    const extra = [{ name: "META-INF/manifest.xml", content: "<x/>" }, { name: "content.xml", content: "<x/>" }, { name: "Index/Document.iwa", content: "x" }];
    expect(await rowsOf(makeRegisterFile(12442, { extra }))).toHaveLength(1);
  });
});
