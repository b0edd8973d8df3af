import { parse_zip, read, type ParsingOptions, type WorkBook } from "xlsx";
import { unpackArchive, type ArchiveRefusal } from "@/lib/platform/archive";
import { REGISTER_FILE } from "@/lib/readings/constants";
import type { FileRefusal } from "@/lib/readings/types";
import { forgetFormats } from "@/lib/tables/xlsx/number-formats";
import { sniffWorkbook } from "@/lib/readings/xlsx/sniff-workbook";

type ZipEntry = { name: string; type: 2; content: Buffer };

declare module "xlsx" {
  /** Parses an unpacked archive; exported by the library, absent from its types. */
  export function parse_zip(archive: { FullPaths: string[]; FileIndex: ZipEntry[] }, options: ParsingOptions): WorkBook;
}

export type OpenedWorkbook = { ok: true; book: WorkBook } | { ok: false; refusal: FileRefusal };

const CONTENT_TYPES = "[Content_Types].xml";
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** Some writers name the type of a macro book among the defaults without having any. */
const MACROS = /<(\w+:)?Override[^>]*macroEnabled/;
const REFUSALS: Record<ArchiveRefusal, FileRefusal> = {
  broken: { code: "broken" },
  encrypted: { code: "password" },
  too_big: { code: "archive_too_big" },
};

/** One row more than is taken tells that there are too many. */
export const LAST_ROW = REGISTER_FILE.headerWithinRows + REGISTER_FILE.maxRows;
/** No look at styles, formatted texts or HTML; dates only to tell them from numbers, empty cells only to tell formulas without a result. */
const OPTIONS: ParsingOptions = { dense: true, cellDates: true, cellText: false, cellHTML: false, cellFormula: true, sheetStubs: true };

const refuse = (refusal: FileRefusal): OpenedWorkbook => ({ ok: false, refusal });
const tooManyRows = () => refuse({ code: "too_many_rows", maxRows: REGISTER_FILE.maxRows });

/** Formulas cost time in every cell, and most files have none. */
const hasFormulas = (sheet: Buffer) => ["<f>", "<f ", ":f>", ":f "].some((tag) => sheet.includes(tag));

/** A value in a last row far below would be skipped in silence. */
function reachesTooFar(sheet: Buffer): boolean {
  const tail = sheet.subarray(Math.max(0, sheet.lastIndexOf("row ") - 1)).toString("latin1");
  const [, number = "0"] = /^[^>]*\br="(\d+)"/.exec(tail) ?? [];
  return Number(number) > LAST_ROW && /<(\w+:)?(v|is|f)[ >]/.test(tail);
}

async function openZip(bytes: Buffer): Promise<OpenedWorkbook> {
  const limits = { maxUnpackedBytes: REGISTER_FILE.maxUnpackedBytes, maxRatio: REGISTER_FILE.maxRatio, maxEntries: REGISTER_FILE.maxEntries };
  const unpacked = await unpackArchive(bytes, limits, (name) => name === CONTENT_TYPES || /^xl\/.*\.(xml|rels)$/i.test(name) || /vbaProject\.bin$/i.test(name));
  if (!unpacked.ok) return refuse(REFUSALS[unpacked.reason]);
  const { files } = unpacked;
  const types = files.get(CONTENT_TYPES)?.toString("utf8") ?? "";
  if (MACROS.test(types) || [...files.keys()].some((name) => name.endsWith(".bin"))) return refuse({ code: "macros" });
  if (!types.includes("spreadsheetml.sheet.main+xml") || !files.has("xl/workbook.xml")) return refuse({ code: "not_workbook" });
  const sheets = [...files].filter(([name]) => SHEET.test(name)).map(([, content]) => content);
  if (sheets.some(reachesTooFar)) return tooManyRows();
  const withFormulas = sheets.some(hasFormulas);
  const archive = {
    FullPaths: [...files.keys()],
    FileIndex: [...files].map(([name, content]): ZipEntry => ({ name, type: 2, content })),
  };
  return { ok: true, book: parse_zip(archive, { ...OPTIONS, sheetRows: LAST_ROW + 1, cellFormula: withFormulas, sheetStubs: withFormulas }) };
}

/** Opens .xlsx or .xls from its bytes, or says why not. Belongs in a worker thread. */
export async function openWorkbook(bytes: Buffer): Promise<OpenedWorkbook> {
  const sniffed = sniffWorkbook(bytes);
  if (!sniffed.ok) return sniffed;
  forgetFormats();
  try {
    return sniffed.kind === "xlsx" ? await openZip(bytes) : { ok: true, book: read(bytes, { ...OPTIONS, type: "buffer" }) };
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    return refuse({ code: isLocked ? "password" : "broken" });
  }
}
