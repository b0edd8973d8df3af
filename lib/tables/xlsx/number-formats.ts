import { SSF } from "xlsx";

type Formats = Record<number, string>;

const library = SSF as { get_table: () => Formats };

/** What the library starts with; it keeps the formats of one file for the next. */
export const BUILT_IN_FORMATS: Readonly<Formats> = { ...library.get_table() };

/** Without this a file that calls every number a date spoils the files read after it in the same thread. */
export function forgetFormats(): void {
  const table = library.get_table();
  for (const id of Object.keys(table)) Reflect.deleteProperty(table, id);
  Object.assign(table, BUILT_IN_FORMATS);
}
