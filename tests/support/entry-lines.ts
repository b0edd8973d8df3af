import type { EntryLine } from "../../components/readings/entry-lines";
import { makeLine } from "./register-lines";

/** A register of the form, on a meter of its own unless the test says otherwise. */
export function entryLine(changes: Partial<EntryLine> & { registerId: string }): EntryLine {
  return { ...makeLine({ meterId: `meter of ${changes.registerId}` }), interval: null, ...changes };
}
