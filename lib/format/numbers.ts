import Big from "big.js";

export const NO_BREAK_SPACE = "\u00a0";
export const EMPTY = "—";
const MINUS = "\u2212";
const ROUND_HALF_UP = 1;
const MAX_LENGTH = 64;

/** Optional minus, digits alone or in groups of three, dot or comma. */
const TYPED = /^(-?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d*))?$/;
const ANY_SPACE = /[\u00a0\u2007\u2009\u202f\t]/g;
const ANY_MINUS = /^[\u2010-\u2015\u2212]/;

export type TypedNumber = {
  /** Canonical decimal text: no leading or trailing zeros, dot, `-`. */
  value: string;
  negative: boolean;
  integerDigits: number;
  /** As typed, trailing zeros included. */
  fractionDigits: number;
};

/** Reads what people type or paste; null where it is not a number. */
export function readNumber(text: string): TypedNumber | null {
  if (text.length > MAX_LENGTH) return null;
  const match = TYPED.exec(text.replace(ANY_SPACE, " ").trim().replace(ANY_MINUS, "-"));
  if (!match) return null;
  const [, sign, typedInteger = "", typedFraction = ""] = match;
  const integer = typedInteger.replaceAll(" ", "").replace(/^0+(?=\d)/, "");
  const fraction = typedFraction.replace(/0+$/, "");
  const magnitude = fraction === "" ? integer : `${integer}.${fraction}`;
  const negative = sign === "-" && magnitude !== "0";
  return {
    value: negative ? `-${magnitude}` : magnitude,
    negative,
    integerDigits: integer === "0" ? 0 : integer.length,
    fractionDigits: typedFraction.length,
  };
}

/** Groups of three from the right, kept together on one line. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);
}

/** Decimal text for people: `12 441,00`; a minus as −, nothing as —. */
export function formatDecimal(value: string | null, minFraction: number, maxFraction = minFraction, minInteger = 1): string {
  if (value === null || value === "") return EMPTY;
  const rounded = new Big(value).round(maxFraction, ROUND_HALF_UP);
  const [integer = "", fraction = ""] = rounded.abs().toFixed().split(".");
  const sign = rounded.lt(0) ? MINUS : "";
  const digits = fraction.padEnd(minFraction, "0");
  return sign + groupDigits(integer.padStart(minInteger, "0")) + (digits === "" ? "" : `,${digits}`);
}

/** As short as the value allows: `50 321,5`. */
export function formatNumber(value: string | null): string {
  return formatDecimal(value, 0, 6);
}
