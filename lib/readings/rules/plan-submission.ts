import Big from "big.js";
import type { MeterStatus } from "@/lib/readings/constants";
import { checkReading } from "@/lib/readings/rules/check-reading";
import { windowState } from "@/lib/readings/rules/window-state";
import type {
  BillingPeriod, CheckedReading, PlannedReading, ReadingEntry, ReadingProblem, RegisterError, RegisterLine, RegisterOutcome, SubmissionPlan,
} from "@/lib/readings/types";

type Given = { line: RegisterLine; checked: CheckedReading };

/** Why a register takes no readings, or null: only «Ожидание» of both facility and meter does. */
export function refusalOf(line: Pick<RegisterLine, "facilityStatus" | "meterStatus">): ReadingProblem | null {
  const refuse = (thing: "facility" | "meter", status: MeterStatus): ReadingProblem | null =>
    status === "awaiting" ? null : { code: "not_awaiting", thing, status };
  return refuse("facility", line.facilityStatus) ?? refuse("meter", line.meterStatus);
}

const isUnchanged = (line: RegisterLine, value: string) => line.current !== null && new Big(line.current.value).eq(value);

function problemOf({ line, checked }: Given): ReadingProblem | null {
  if (checked.state === "empty" || (checked.state === "right" && isUnchanged(line, checked.value))) return null;
  return refusalOf(line) ?? (checked.state === "wrong" ? checked.problem : null);
}

function outcomeOf(given: Given, lacking: RegisterLine[], meterIsWrong: boolean): RegisterOutcome | null {
  const { line, checked } = given;
  const { registerId, meterId } = line;
  const problem = problemOf(given);
  if (problem) return { state: "wrong", registerId, problem };
  const incomplete: ReadingProblem = { code: "incomplete_meter", missing: lacking.map(({ quantity, zone }) => ({ quantity, zone })) };
  if (checked.state !== "right") return lacking.length > 0 ? { state: "wrong", registerId, problem: incomplete } : null;
  if (meterIsWrong) return { state: "held", registerId, problem: lacking.length > 0 ? incomplete : { code: "other_register_wrong" } };
  const { value, consumption } = checked;
  if (isUnchanged(line, value)) return { state: "unchanged", registerId, value, consumption };
  return { state: "changed", registerId, meterId, value, consumption, replaces: line.current?.version ?? null };
}

/** A meter is taken with all of its registers or not at all; a meter without any given value is left out. */
function planMeter(registers: Given[]): RegisterOutcome[] {
  const missing = registers.filter(({ checked }) => checked.state === "empty").map(({ line }) => line);
  if (missing.length === registers.length) return [];
  // A meter that takes no readings is refused for that reason alone.
  const lacking = missing.some(refusalOf) ? [] : missing;
  const meterIsWrong = lacking.length > 0 || registers.some((given) => problemOf(given) !== null);
  return registers.flatMap((given) => outcomeOf(given, lacking, meterIsWrong) ?? []);
}

/** What becomes of every register of the meters something was given for. */
export function planRegisters(lines: RegisterLine[], entries: ReadingEntry[]): RegisterOutcome[] {
  const texts = new Map(entries.map(({ registerId, text }) => [registerId, text]));
  const meters = new Map<string, Given[]>();
  for (const line of lines) {
    const given = { line, checked: checkReading(line, texts.get(line.registerId) ?? "") };
    const registers = meters.get(line.meterId);
    if (registers) registers.push(given);
    else meters.set(line.meterId, [given]);
  }
  return [...meters.values()].flatMap(planMeter);
}

/** The whole submission: all of it can be written, or nothing is. */
export function planSubmission(lines: RegisterLine[], entries: ReadingEntry[], period: BillingPeriod, now: Date, zone: string): SubmissionPlan {
  const window = windowState(period, now, zone);
  if (window.state !== "open") return { ok: false, reason: "window", window };
  const known = new Set(lines.map(({ registerId }) => registerId));
  const errors: RegisterError[] = entries
    .filter(({ registerId }) => !known.has(registerId))
    .map(({ registerId }) => ({ registerId, problem: { code: "unknown_register" } }));
  const changes: PlannedReading[] = [];
  const unchanged: string[] = [];
  for (const outcome of planRegisters(lines, entries)) {
    if (outcome.state === "wrong") errors.push({ registerId: outcome.registerId, problem: outcome.problem });
    else if (outcome.state === "unchanged") unchanged.push(outcome.registerId);
    else if (outcome.state === "changed") {
      const { state: _, ...change } = outcome;
      changes.push(change);
    }
  }
  return errors.length > 0 ? { ok: false, reason: "registers", errors } : { ok: true, changes, unchanged };
}
