import type { CellObject, WorkBook } from "xlsx";
import { REGISTER_COLUMNS, REGISTER_FILE, REQUIRED_COLUMNS } from "@/lib/readings/constants";
import type { FileRefusal, RegisterSheet, SheetRow } from "@/lib/readings/types";
import { LAST_ROW, openWorkbook } from "@/lib/readings/xlsx/open-workbook";
import { readReadingCell, readText } from "@/lib/readings/xlsx/read-cell";

type Column = keyof typeof REGISTER_COLUMNS;
type Grid = (CellObject | undefined)[][];
type Header = { index: number; columns: Map<Column, number> };
type FoundHeader = { ok: true; header: Header } | { ok: false; refusal: FileRefusal };

const foldHeader = (text: string) => text.toLowerCase().replaceAll("ё", "е").replace(/[^а-яa-z]/g, "");
const COLUMN_BY_HEADER = new Map<string, Column>();
for (const column of Object.keys(REGISTER_COLUMNS) as Column[]) COLUMN_BY_HEADER.set(foldHeader(REGISTER_COLUMNS[column]), column);

const refuse = (refusal: FileRefusal) => ({ ok: false, refusal }) as const;

/** Columns of one row that looks like the header, and a header named twice. */
function readHeader(row: Grid[number]): { columns: Map<Column, number>; repeated: Column | null } {
  const columns = new Map<Column, number>();
  let repeated: Column | null = null;
  row.forEach((cell, index) => {
    const column = COLUMN_BY_HEADER.get(foldHeader(readText(cell)));
    if (column && columns.has(column)) repeated = column;
    else if (column) columns.set(column, index);
  });
  return { columns, repeated };
}

function findHeader(grid: Grid): FoundHeader {
  let refusal: FileRefusal = { code: "no_header" };
  for (let index = 0; index < Math.min(grid.length, REGISTER_FILE.headerWithinRows); index += 1) {
    const { columns, repeated } = readHeader(grid[index] ?? []);
    if (columns.size < 2) continue;
    const missing = REQUIRED_COLUMNS.filter((column) => !columns.has(column));
    if (repeated) refusal = { code: "repeated_column", column: REGISTER_COLUMNS[repeated] };
    else if (missing.length > 0) refusal = { code: "missing_columns", columns: missing.map((column) => REGISTER_COLUMNS[column]) };
    else return { ok: true, header: { index, columns } };
  }
  return refuse(refusal);
}

function readRows(grid: Grid, { index: headerIndex, columns }: Header): SheetRow[] {
  const rows: SheetRow[] = [];
  for (let index = headerIndex + 1; index < grid.length; index += 1) {
    const cells = grid[index];
    if (!cells) continue;
    const cellOf = (column: Column) => cells[columns.get(column) ?? -1];
    const textOf = (column: Column) => readText(cellOf(column));
    const row: SheetRow = {
      row: index + 1,
      facilityCode: textOf("facilityCode"),
      facilityName: textOf("facilityName"),
      serialNumber: textOf("serialNumber"),
      pointName: textOf("pointName"),
      quantity: textOf("quantity"),
      zone: textOf("zone"),
      current: readReadingCell(cellOf("current")),
    };
    const isEmpty = row.current.kind === "plain" && !(row.facilityCode + row.serialNumber + row.quantity + row.zone + row.current.text);
    if (!isEmpty) rows.push(row);
  }
  return rows;
}

/** Grids of the sheets a person sees; null where the library could not read one. */
function visibleGrids({ SheetNames, Sheets, Workbook }: WorkBook): (Grid | null)[] {
  return SheetNames.flatMap((name, index) => {
    const hidden = Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return hidden === 0 ? [Sheets[name]?.["!data"] ?? null] : [];
  });
}

/** Rows of the first visible sheet that has the columns of the register template. */
export async function readRegisterSheet(bytes: Buffer): Promise<RegisterSheet> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  let refusal: FileRefusal = { code: "no_header" };
  for (const grid of visibleGrids(opened.book)) {
    if (grid === null) {
      refusal = { code: "broken" };
      continue;
    }
    const found = findHeader(grid);
    if (!found.ok) {
      if (refusal.code === "no_header") refusal = found.refusal;
      continue;
    }
    const rows = readRows(grid, found.header);
    if (rows.length > REGISTER_FILE.maxRows || rows.some(({ row }) => row > LAST_ROW)) return refuse({ code: "too_many_rows", maxRows: REGISTER_FILE.maxRows });
    return rows.length === 0 ? refuse({ code: "no_rows" }) : { ok: true, rows };
  }
  return refuse(refusal);
}
