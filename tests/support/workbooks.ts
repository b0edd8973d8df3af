import { makeZip, type ZipEntry } from "@/tests/support/zip";

/** A cell of a hand-made sheet: text, a number, or the XML inside `<c r="…">` with its attributes. */
export type MadeCell = string | number | { attributes?: string; xml: string } | null;

export const HEADERS = [
  "Код ЭО", "Наименование ЭО", "Статус ЭО", "Номер ПУ", "Наименование ИК",
  "Измеряемая величина", "Шкала", "Предыдущие показания", "Текущие показания",
];

/** One row of the template for meter 20300109 of the samples. */
export const registerRow = (current: MadeCell): MadeCell[] => [
  "780100000000110001", "Индустриальный пр., д. 14", "Ожидание", "20300109", "РП-10 кВ яч. 2", "А+", "Круглосуточная", 12441, current,
];

type Sheet = { name: string; rows?: MadeCell[][]; xml?: string; hidden?: boolean; dimension?: string; below?: string };
type Making = { contentType?: string; extra?: ZipEntry[]; styles?: boolean; sharedStrings?: string; patch?: (entries: ZipEntry[]) => ZipEntry[] };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const WORKBOOK_TYPE = `${TYPES}.sheet.main+xml`;
export const MACRO_WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
/** Style 1 of the hand-made styles is a date, style 2 a text. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

function cellXml(cell: MadeCell, address: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  return `<c r="${address}" ${cell.attributes ?? ""}>${cell.xml}</c>`;
}

export function rowXml(cells: MadeCell[], number: number): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`)).join("")}</row>`;
}

function sheetXml({ rows = [], xml, dimension, below = "" }: Sheet): string {
  if (xml !== undefined) return xml;
  const data = rows.map((cells, index) => rowXml(cells, index + 1)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${dimension ? `<dimension ref="${dimension}"/>` : ""}<sheetData>${data}${below}</sheetData></worksheet>`;
}

/** An .xlsx written by hand, so that every part of it can be odd. */
export function makeWorkbook(sheets: Sheet[], { contentType = WORKBOOK_TYPE, extra = [], styles = true, sharedStrings, patch }: Making = {}): Buffer {
  const parts = [
    ...sheets.map((_, index) => ({ id: `rId${index + 1}`, path: `worksheets/sheet${index + 1}.xml`, kind: "worksheet" })),
    ...(styles ? [{ id: "rIdStyles", path: "styles.xml", kind: "styles" }] : []),
    ...(sharedStrings === undefined ? [] : [{ id: "rIdStrings", path: "sharedStrings.xml", kind: "sharedStrings" }]),
  ];
  const overrides = parts.map(({ path, kind }) => `<Override PartName="/xl/${path}" ContentType="${TYPES}.${kind}+xml"/>`).join("");
  const relations = parts.map(({ id, path, kind }) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${path}"/>`).join("");
  const names = sheets.map(
    ({ name, hidden }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const entries: ZipEntry[] = [
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}"/>${overrides}</Types>`,
    },
    { name: "xl/workbook.xml", content: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.join("")}</sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", content: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>` },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
    ...(styles ? [{ name: "xl/styles.xml", content: STYLES }] : []),
    ...(sharedStrings === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: sharedStrings }]),
    ...extra,
  ];
  return makeZip(patch ? patch(entries) : entries);
}

/** A register file of one meter whose current reading is this cell. */
export const makeRegisterFile = (current: MadeCell, making?: Making): Buffer =>
  makeWorkbook([{ name: "Показания", rows: [HEADERS, registerRow(current)] }], making);

/** Start of a compound file that names these streams; enough to be taken for one. */
export function makeCompound(streams: string[], body = Buffer.alloc(4096)): Buffer {
  const names = streams.map((name) => Buffer.from(`${name}\0`, "utf16le"));
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), ...names, body]);
}
