import { textOf, versionOf, type Edits, type EntryLine } from "@/components/readings/entry-lines";
import { checkReading } from "@/lib/readings/rules/check-reading";
import { planRegisters, refusalOf } from "@/lib/readings/rules/plan-submission";
import type { ReadingProblem, SubmissionEntry } from "@/lib/readings/types";

export type EntryPlan = {
  /** Registers that take readings, and those of them with a right value. */
  total: number;
  filled: number;
  problems: Map<string, ReadingProblem>;
  /** Meters for which something is missing. */
  incomplete: { serialNumber: string; lines: EntryLine[] }[];
  /** Whole meters with at least one value that is not known to the server; empty text is not sent. */
  entries: SubmissionEntry[];
  /** Edits of registers on other pages. */
  elsewhere: number;
};

function wholeMeters(lines: EntryLine[], edits: Edits): EntryLine[] {
  const meters = new Set(lines.filter(({ registerId }) => edits[registerId] !== undefined).map(({ meterId }) => meterId));
  return lines.filter(({ meterId }) => meters.has(meterId));
}

function isFilled(line: EntryLine, edits: Edits): boolean {
  if (edits[line.registerId] === undefined) return line.current !== null;
  return checkReading(line, textOf(line, edits)).state === "right";
}

function findIncomplete(lines: EntryLine[], problems: Map<string, ReadingProblem>): EntryPlan["incomplete"] {
  const meters = new Map<string, { serialNumber: string; lines: EntryLine[] }>();
  for (const line of lines) {
    const meter = meters.get(line.meterId) ?? { serialNumber: line.serialNumber, lines: [] };
    meters.set(line.meterId, meter);
    meter.lines.push(line);
  }
  return [...meters.values()].filter((meter) => meter.lines.some(({ registerId }) => problems.get(registerId)?.code === "incomplete_meter"));
}

/** What would become of everything typed so far. */
export function planEntry(lines: EntryLine[], edits: Edits): EntryPlan {
  const open = lines.filter((line) => refusalOf(line) === null);
  const touched = wholeMeters(open, edits);
  const outcomes = planRegisters(touched, touched.map((line) => ({ registerId: line.registerId, text: textOf(line, edits) })));
  const problems = new Map(outcomes.flatMap((outcome) => ("problem" in outcome ? [[outcome.registerId, outcome.problem] as const] : [])));
  const moving = new Set(outcomes.filter(({ state }) => state !== "unchanged").map(({ registerId }) => registerId));
  const movingMeters = new Set(touched.filter(({ registerId }) => moving.has(registerId)).map(({ meterId }) => meterId));
  const entries = touched
    .filter(({ meterId }) => movingMeters.has(meterId))
    .map((line) => ({ registerId: line.registerId, text: textOf(line, edits), version: versionOf(line, edits) }))
    .filter(({ text }) => text.trim() !== "");
  const here = new Set(lines.map(({ registerId }) => registerId));
  return {
    total: open.length,
    filled: open.filter((line) => isFilled(line, edits)).length,
    problems,
    incomplete: findIncomplete(touched, problems),
    entries,
    elsewhere: Object.keys(edits).filter((registerId) => !here.has(registerId)).length,
  };
}
