import { groupDigits, NO_BREAK_SPACE, readNumber } from "@/lib/format/numbers";

const MINUS = "\u2212";
/** A hundred billion roubles; more is a slip of the finger. */
export const MAX_KOPECKS = 10n ** 13n;

export type ParsedMoney =
  | { ok: true; kopecks: bigint }
  | { ok: false; reason: "empty" | "not_a_number" | "negative" | "too_many_decimals" | "too_large" };

/** Kopecks as `1 116 218,00`. */
export function formatAmount(kopecks: bigint): string {
  const digits = (kopecks < 0n ? -kopecks : kopecks).toString().padStart(3, "0");
  return (kopecks < 0n ? MINUS : "") + groupDigits(digits.slice(0, -2)) + "," + digits.slice(-2);
}

/** Kopecks as `1 116 218,00 ₽`. */
export function formatMoney(kopecks: bigint): string {
  return `${formatAmount(kopecks)}${NO_BREAK_SPACE}₽`;
}

/** Reads roubles as people type them, with or without spaces, decimals and ₽. */
export function parseMoney(text: string): ParsedMoney {
  const bare = text.trim().replace(/\s*(₽|руб\.?)$/i, "");
  if (bare === "") return { ok: false, reason: "empty" };
  const number = readNumber(bare);
  if (!number) return { ok: false, reason: "not_a_number" };
  if (number.negative) return { ok: false, reason: "negative" };
  if (number.fractionDigits > 2) return { ok: false, reason: "too_many_decimals" };
  const [roubles = "", fraction = ""] = number.value.split(".");
  const kopecks = BigInt(roubles + fraction.padEnd(2, "0"));
  return kopecks > MAX_KOPECKS ? { ok: false, reason: "too_large" } : { ok: true, kopecks };
}
