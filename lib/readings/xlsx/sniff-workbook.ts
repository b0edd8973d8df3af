import { REGISTER_FILE } from "@/lib/readings/constants";
import type { FileRefusal } from "@/lib/readings/types";

export type SniffedWorkbook = { ok: true; kind: "xlsx" | "xls" } | { ok: false; refusal: FileRefusal };

const ZIP = Buffer.from("504b0304", "hex");
const ZIP_END = Buffer.from("504b0506", "hex");
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Names of streams stand in a compound file as UTF-16. */
const wide = (name: string) => Buffer.from(`${name}\0`, "utf16le");

const refuse = (refusal: FileRefusal): SniffedWorkbook => ({ ok: false, refusal });

/** Tells a workbook by its content, never by its name; cheap enough for the main thread. */
export function sniffWorkbook(bytes: Buffer): SniffedWorkbook {
  if (bytes.length === 0) return refuse({ code: "empty_file" });
  if (bytes.length > REGISTER_FILE.maxBytes) return refuse({ code: "too_big", maxBytes: REGISTER_FILE.maxBytes });
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) {
    if (!bytes.includes(ZIP_END)) return refuse({ code: "broken" });
    const isWorkbook = bytes.includes("[Content_Types].xml") && bytes.includes("xl/workbook.xml");
    return isWorkbook ? { ok: true, kind: "xlsx" } : refuse({ code: "not_workbook" });
  }
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    if (bytes.includes(wide("EncryptedPackage"))) return refuse({ code: "password" });
    const isWorkbook = bytes.includes(wide("Workbook")) || bytes.includes(wide("Book"));
    return isWorkbook ? { ok: true, kind: "xls" } : refuse({ code: "not_workbook" });
  }
  return refuse({ code: "not_workbook" });
}
