import { utils, write, type CellObject, type WorkSheet } from "xlsx";
import type { TableColumn } from "@/lib/tables/types";
import { BUILT_IN_FORMATS } from "@/lib/tables/xlsx/number-formats";

/** What Excel keeps of a number and of a text. */
const EXACT_DIGITS = 15;
const MAX_TEXT = 32_767;
const TEXT_FORMAT = "@";

/** Always a text cell, so that `=`, `+`, `-`, `@` at its start never make a formula. */
const textCell = (text: string): CellObject => ({ t: "s", v: text.slice(0, MAX_TEXT), z: TEXT_FORMAT });

/** Decimal text as a number where a number keeps every digit of it. */
function numberCell(text: string): CellObject {
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return /^-?\d+(\.\d+)?$/.test(text) && digits.length <= EXACT_DIGITS ? { t: "n", v: Number(text) } : textCell(text);
}

/** A workbook of one sheet; numbers come as decimal text, null is an empty cell. */
export function writeTable(sheetName: string, columns: TableColumn[], rows: (string | null)[][]): Buffer {
  const data = rows.map((row) =>
    columns.map(({ kind }, index) => {
      const value = row[index] ?? "";
      return kind === "number" && value !== "" ? numberCell(value) : textCell(value);
    }),
  );
  const range = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } });
  const sheet: WorkSheet = {
    "!data": [columns.map(({ header }) => textCell(header)), ...data],
    "!ref": range,
    "!cols": columns.map(({ width }) => ({ wch: width })),
    "!autofilter": { ref: range },
  };
  const book = { ...utils.book_new(sheet, sheetName), SSF: { ...BUILT_IN_FORMATS } };
  return write(book, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true }) as Buffer;
}
