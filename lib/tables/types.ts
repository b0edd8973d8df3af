export type TableColumn = { header: string; width: number; kind: "text" | "number" };

/** A table to be written by a thread; numbers are decimal text, null is an empty cell. */
export type TableJob = { sheetName: string; columns: TableColumn[]; rows: (string | null)[][] };
