import Big from "big.js";
import { readNumber } from "@/lib/format/numbers";
import { MAX_READING_LENGTH } from "@/lib/readings/constants";
import { consumptionOf, rolloverConsumption } from "@/lib/readings/rules/consumption";
import type { CheckedReading, ReadingProblem, RegisterLine } from "@/lib/readings/types";

type Digits = Pick<RegisterLine, "integerDigits" | "fractionDigits">;
export type ParsedReading = { ok: true; value: string } | { ok: false; problem: ReadingProblem };

const wrong = (problem: ReadingProblem): ParsedReading => ({ ok: false, problem });

/** Reads a typed reading as exact decimal text that the display of its meter can show. */
export function parseReading(text: string, meter: Digits): ParsedReading {
  const number = readNumber(text);
  if (!number || text.replace(/\s/g, "").length > MAX_READING_LENGTH) return wrong({ code: "not_a_number", text: text.trim().slice(0, 40) });
  if (number.negative) return wrong({ code: "negative" });
  if (number.integerDigits > meter.integerDigits) return wrong({ code: "too_many_integer_digits", allowed: meter.integerDigits });
  const [, significant = ""] = number.value.split(".");
  // Zeros at the end say nothing, but three digits after a separator may be thousands.
  const fraction = number.fractionDigits === 3 ? 3 : significant.length;
  if (fraction > meter.fractionDigits) return wrong({ code: "too_many_fraction_digits", allowed: meter.fractionDigits });
  return { ok: true, value: number.value };
}

/** Judges one typed value against its register; also what the form shows while a person types. */
export function checkReading(line: RegisterLine, text: string): CheckedReading {
  if (text.trim() === "") return { state: "empty" };
  const parsed = parseReading(text, line);
  if (!parsed.ok) return { state: "wrong", problem: parsed.problem };
  const { value } = parsed;
  if (line.previous === null) return { state: "right", value, consumption: null };
  const previous = line.previous.value;
  if (new Big(value).lt(previous)) {
    const rollover = rolloverConsumption(value, previous, line);
    return { state: "wrong", problem: { code: "below_previous", entered: value, previous, rollover } };
  }
  return { state: "right", value, consumption: consumptionOf(value, previous, line) };
}
