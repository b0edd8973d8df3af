import Big from "big.js";
import type { CellObject } from "xlsx";
import { REGISTER_FILE } from "@/lib/readings/constants";
import { cleanText } from "@/lib/readings/rules/read-names";
import type { ReadingCell } from "@/lib/readings/types";

type Cell = CellObject | undefined;

/** Excel shows fifteen digits; what follows is binary noise. */
const SHOWN_DIGITS = 15;

function numberText(value: number): string | null {
  if (Number.isSafeInteger(value)) return String(value);
  return Number.isFinite(value) ? new Big(value.toPrecision(SHOWN_DIGITS)).toFixed() : null;
}

/** Text of a cell that names something; numbers as exact decimal text. */
export function readText(cell: Cell): string {
  if (cell?.t === "n" && typeof cell.v === "number") return numberText(cell.v) ?? "";
  return typeof cell?.v === "string" ? cleanText(cell.v.slice(0, REGISTER_FILE.maxCellText)) : "";
}

/** A cell that should hold a reading. */
export function readReadingCell(cell: Cell): ReadingCell {
  const hasFormula = cell?.f !== undefined || cell?.F !== undefined;
  const text = readText(cell);
  switch (cell?.t) {
    case "n":
      return text === "" ? { kind: "broken", text: "" } : { kind: hasFormula ? "computed" : "plain", text };
    case "d":
      return { kind: "date", text: "" };
    case "b":
      return { kind: "broken", text: cell.v === true ? "ИСТИНА" : "ЛОЖЬ" };
    case "e":
      return { kind: "broken", text: "ошибка Excel" };
    case "s":
      return { kind: hasFormula && text !== "" ? "broken" : "plain", text };
    default:
      return { kind: hasFormula ? "broken" : "plain", text: "" };
  }
}
