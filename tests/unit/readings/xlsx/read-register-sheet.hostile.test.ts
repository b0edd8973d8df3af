import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { utils, write, type BookType } from "xlsx";
import { describeRefusal } from "@/lib/readings/rules/describe-refusal";
import { readRegisterSheet } from "@/lib/readings/xlsx/read-register-sheet";
import { HEADERS, MACRO_WORKBOOK_TYPE, makeCompound, makeRegisterFile, makeWorkbook, registerRow, rowXml } from "@/tests/support/workbooks";
import { makeZip } from "@/tests/support/zip";

const MEGABYTE = 1024 * 1024;
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const good = makeRegisterFile(12442);
const sample = (name: string) => readFileSync(new URL(`../../../support/samples/registers-78010000000011-${name}`, import.meta.url));
const xls = sample("openpyxl.xls");
const sheetOf = (sheetData: string, doctype = "") =>
  `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`;
const rowsXml = `${rowXml(HEADERS, 1)}${rowXml(registerRow(12442), 2)}`;

function written(bookType: BookType): Buffer {
  const book = utils.book_new(utils.aoa_to_sheet([HEADERS, registerRow(12442)]), "Показания");
  return Buffer.from(write(book, { type: "array", bookType }) as ArrayBuffer);
}

/** Sheet data that unpacks to this many bytes of blanks. */
const blanks = (bytes: number) => makeWorkbook([{ name: "Лист1", xml: sheetOf(`${rowsXml}${" ".repeat(bytes)}`) }]);

const REFUSED: [string, () => Buffer, string][] = [
  ["no bytes", () => Buffer.alloc(0), "empty_file"],
  ["one byte", () => Buffer.from("P"), "not_workbook"],
  ["a picture", () => Buffer.concat([PNG, good]), "not_workbook"],
  ["more than 10 MB", () => Buffer.concat([good, Buffer.alloc(10 * MEGABYTE)]), "too_big"],
  ["CSV under another name", () => written("csv"), "not_workbook"],
  ["HTML under another name", () => written("html"), "not_workbook"],
  ["SpreadsheetML 2003", () => written("xlml"), "not_workbook"],
  ["SYLK", () => written("sylk"), "not_workbook"],
  ["dBase", () => Buffer.from("030000000000", "hex"), "not_workbook"],
  ["Excel 2 without a compound file", () => written("biff2"), "not_workbook"],
  ["an OpenDocument sheet", () => written("ods"), "not_workbook"],
  ["a binary workbook", () => written("xlsb"), "not_workbook"],
  ["a text document", () => makeZip([{ name: "[Content_Types].xml", content: "<Types/>" }, { name: "word/document.xml", content: "<x/>" }]), "not_workbook"],
  ["a zip of something else", () => makeZip([{ name: "readme.txt", content: "x" }]), "not_workbook"],
  ["content types that name no workbook", () => makeRegisterFile(1, { contentType: "application/xml" }), "not_workbook"],
  ["a template with macros", () => makeRegisterFile(1, { contentType: MACRO_WORKBOOK_TYPE }), "macros"],
  ["a hidden macro project", () => makeRegisterFile(1, { extra: [{ name: "xl/vbaProject.bin", content: "x" }] }), "macros"],
  ["an encrypted workbook", () => makeCompound(["EncryptionInfo", "EncryptedPackage"]), "password"],
  ["an encrypted zip entry", () => makeRegisterFile(1, { extra: [{ name: "xl/x.xml", content: "x", encrypted: true }] }), "password"],
  ["another compound file", () => makeCompound(["WordDocument"]), "not_workbook"],
  ["a compound file that only claims to be a workbook", () => makeCompound(["Workbook"]), "broken"],
  ["an .xls cut in half", () => xls.subarray(0, xls.length / 2), "not_workbook"],
  ["an .xls with a wiped sector", () => Buffer.concat([xls.subarray(0, 512), Buffer.alloc(512), xls.subarray(1024)]), "broken"],
  ["an .xlsx cut in half", () => good.subarray(0, good.length / 2), "broken"],
  ["an .xlsx without its last bytes", () => good.subarray(0, good.length - 10), "broken"],
  ["bytes after the end", () => Buffer.concat([good, Buffer.alloc(100)]), "broken"],
  ["a zip bomb", () => blanks(40 * MEGABYTE), "archive_too_big"],
  ["a bomb of many parts", () => makeRegisterFile(1, { extra: Array.from({ length: 60 }, (_, index) => ({ name: `xl/${index}.xml`, content: Buffer.alloc(MEGABYTE) })) }), "archive_too_big"],
  ["too many entries", () => makeRegisterFile(1, { extra: Array.from({ length: 1001 }, (_, index) => ({ name: `xl/${index}.xml`, content: "" })) }), "archive_too_big"],
  ["a bomb that lies about its size", () => makeRegisterFile(1, { extra: [{ name: "xl/x.xml", content: Buffer.alloc(60 * MEGABYTE), claimedSize: 1000 }] }), "broken"],
  ["two sheets under one name", () => makeRegisterFile(1, { extra: [{ name: "xl/worksheets/SHEET1.xml", content: "<x/>" }] }), "broken"],
  ["an entry that climbs out", () => makeRegisterFile(1, { extra: [{ name: "../../../x.xml", content: "x" }] }), "broken"],
  ["a string that is not there", () => makeRegisterFile({ attributes: 't="s"', xml: "<v>999999</v>" }, { sharedStrings: "<sst/>" }), "broken"],
  ["a missing sheet", () => makeRegisterFile(1, { patch: (entries) => entries.filter(({ name }) => !name.includes("sheet1")) }), "broken"],
  ["no sheets", () => makeWorkbook([]), "no_header"],
  ["an empty sheet", () => makeWorkbook([{ name: "Лист1" }]), "no_header"],
  ["a sheet of something else", () => makeWorkbook([{ name: "Лист1", rows: [["Время", "01.11.2026"]] }]), "no_header"],
  ["only hidden sheets", () => makeWorkbook([{ name: "Лист1", hidden: true, rows: [HEADERS, registerRow(1)] }]), "no_header"],
  ["a missing column", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS.slice(0, 8), registerRow(1)] }]), "missing_columns"],
  ["a column named twice", () => makeWorkbook([{ name: "Лист1", rows: [[...HEADERS, "Текущие показания"], registerRow(1)] }]), "repeated_column"],
  ["a header alone", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS] }]), "no_rows"],
  ["20 001 rows", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, ...Array.from({ length: 20_001 }, () => registerRow(1))] }]), "too_many_rows"],
  ["a cell at XFD1048576", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, registerRow(1)], below: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]), "too_many_rows"],
];

describe("readRegisterSheet refuses", () => {
  it.each(REFUSED)("%s", async (_, make, code) => {
    const sheet = await readRegisterSheet(make());
    if (sheet.ok) throw new Error("was read");
    expect(sheet.refusal.code).toBe(code);
    expect(describeRefusal(sheet.refusal)).toMatch(/^[А-Я].+[^.]$/);
  });

  it("says which columns are missing and how many rows are taken", () => {
    expect(describeRefusal({ code: "missing_columns", columns: ["Шкала", "Код ЭО"] })).toContain("«Шкала», «Код ЭО»");
    expect(describeRefusal({ code: "too_many_rows", maxRows: 20_000 })).toContain("больше 20\u00a0000 строк");
    expect(describeRefusal({ code: "too_big", maxBytes: 10 * MEGABYTE })).toContain("больше 10 МБ");
  });
});

describe("readRegisterSheet survives", () => {
  const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${["b", "c", "d", "e", "f", "g"].map((name, index) => `<!ENTITY ${name} "${`&${"abcdef"[index]};`.repeat(10)}">`).join("")}]>`;

  it.each<[string, () => Buffer, string]>([
    ["a billion laughs", () => makeWorkbook([{ name: "Лист1", xml: sheetOf(`${rowXml(HEADERS, 1)}${rowXml(registerRow({ attributes: 't="inlineStr"', xml: "<is><t>&g;</t></is>" }), 2)}`, LAUGHS) }]), "&g;"],
    ["an outside entity", () => makeWorkbook([{ name: "Лист1", xml: sheetOf(rowsXml, '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>') }]), "12442"],
    ["a formula that calls out", () => makeRegisterFile({ xml: '<f>WEBSERVICE("http://localhost/")</f><v>12442</v>' }), "12442"],
    ["a link to another workbook", () => makeRegisterFile({ xml: "<f>[1]Лист1!A1</f><v>12442</v>" }), "12442"],
    ["a shared formula over a whole column", () => makeRegisterFile({ xml: '<f t="shared" ref="I2:I1048576" si="0">A1</f><v>12442</v>' }), "12442"],
    ["an array formula over the whole sheet", () => makeRegisterFile({ xml: '<f t="array" ref="A1:XFD1048576">A1</f><v>12442</v>' }), "12442"],
    ["a merge of the whole sheet", () => makeWorkbook([{ name: "Лист1", xml: sheetOf(rowsXml).replace("</worksheet>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>') }]), "12442"],
    ["no styles", () => makeRegisterFile(12442, { styles: false }), "12442"],
    ["a style that is not there", () => makeRegisterFile({ attributes: 's="99999"', xml: "<v>12442</v>" }), "12442"],
  ])("%s", async (_, make, text) => {
    const sheet = await readRegisterSheet(make());
    expect(sheet.ok && sheet.rows[0]?.current.text).toBe(text);
  });

  it("random damage, each time with an answer", async () => {
    for (const [source, step] of [[good, 37], [xls, 211], [sample("libreoffice.xlsx"), 251]] as const) {
      for (let position = 0; position < source.length; position += step) {
        const bytes = Buffer.from(source);
        bytes[position] = (bytes[position] ?? 0) ^ 0xff;
        const sheet = await readRegisterSheet(bytes);
        expect(sheet.ok ? sheet.rows.length : describeRefusal(sheet.refusal)).toBeTruthy();
      }
    }
  });
});
