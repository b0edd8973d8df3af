import Big from "big.js";
import { formatNumber } from "@/lib/format/numbers";
import { checkReading } from "@/lib/readings/rules/check-reading";
import type { FormFacility, FormRegister, RegisterLine } from "@/lib/readings/types";

/** A register of the form in the shape the rules take. */
export type EntryLine = RegisterLine & Pick<FormRegister, "interval">;

/** What a person typed, and the version of the register they saw when they began; null: none. */
export type Edit = { text: string; version: number | null };
export type Edits = Readonly<Record<string, Edit>>;

function linesOf(facility: FormFacility): EntryLine[] {
  return (facility.lines ?? []).flatMap(({ registers, id: meterId, status: meterStatus, ...meter }) =>
    registers.map(({ id: registerId, ...register }) => ({
      registerId,
      meterId,
      facilityCode: facility.code,
      facilityName: facility.address,
      facilityStatus: facility.status,
      meterStatus,
      ...meter,
      ...register,
      mean12: null,
    })),
  );
}

export function toEntryLines(facilities: FormFacility[]): EntryLine[] {
  return facilities.flatMap(linesOf);
}

/** What stands in a field nobody touched. */
export function sentText({ current }: Pick<RegisterLine, "current">): string {
  return current === null ? "" : formatNumber(current.value);
}

export function textOf(line: EntryLine, edits: Edits): string {
  return edits[line.registerId]?.text ?? sentText(line);
}

/** What the person knew of the register when they began to type; null: nothing was sent by then. */
export function versionOf({ registerId, current }: RegisterLine, edits: Edits): number | null {
  const edit = edits[registerId];
  return edit ? edit.version : (current?.version ?? null);
}

/** A typed text that says what was sent already is no edit. */
export function saysTheSame(line: RegisterLine, text: string): boolean {
  if (text.trim() === "") return line.current === null;
  const checked = checkReading(line, text);
  return line.current !== null && checked.state === "right" && new Big(checked.value).eq(line.current.value);
}

/** The edits without those the server knows by now; the same object when there are none. */
export function withoutSent(edits: Edits, lines: EntryLine[]): Edits {
  const known = new Map(lines.map((line) => [line.registerId, line]));
  const kept = Object.entries(edits).filter(([registerId, { text }]) => {
    const line = known.get(registerId);
    return line === undefined || !saysTheSame(line, text);
  });
  return kept.length === Object.keys(edits).length ? edits : Object.fromEntries(kept);
}
