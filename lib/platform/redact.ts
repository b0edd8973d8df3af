const SECRET_KEY =
  /pass(word|wd|phrase)?$|secret|token|ticket|cookie|authorization|api-?_?key|private-?_?key|^(code|otp|totp|pin|pan|cvc|cvv|csc)$|card-?_?number/i;
const MASK = "[hidden]";
const MAX_DEPTH = 8;
const MAX_ITEMS = 100;

// 7 is left out of the first digits: no card begins with it, while contract numbers and facility codes do.
const CARD = /(?<![\d.])[2-689](?:[ -]?\d){12,18}(?!\d)/g;
const EMAIL = /([\p{L}\d._%+-])[\p{L}\d._%+-]*@([\p{L}\d.-]+\.[\p{L}\d]{2,})/gu;
const SECRET_IN_TEXT: readonly [RegExp, string][] = [
  [/(:\/\/[^\s:/@]*:)[^\s/@]+@/g, `$1${MASK}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${MASK}`],
  [/([?&](?:token|ticket|code|key|secret|password)=)[^&#\s]+/gi, `$1${MASK}`],
];

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place));
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function redactText(text: string): string {
  let result = text;
  for (const [pattern, replacement] of SECRET_IN_TEXT) result = result.replace(pattern, replacement);
  return result
    .replace(CARD, (found) => {
      const digits = found.replace(/\D/g, "");
      return passesLuhn(digits) ? `[card …${digits.slice(-4)}]` : found;
    })
    .replace(EMAIL, "$1***@$2");
}

function redactError(error: Error, depth: number, seen: Set<object>): unknown {
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ""),
    ...Object.fromEntries(
      Object.entries(error)
        .filter(([key]) => key !== "message" && key !== "stack")
        .map(([key, value]) => [key, redactEntry(key, value, depth, seen)]),
    ),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1, seen) }),
  };
}

function redactEntry(key: string, value: unknown, depth: number, seen: Set<object>): unknown {
  return SECRET_KEY.test(key) && value !== null && value !== undefined ? MASK : redactValue(value, depth + 1, seen);
}

function redactValue(value: unknown, depth: number, seen: Set<object>): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "function" || typeof value === "symbol") return `[${typeof value}]`;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth > MAX_DEPTH || seen.has(value)) return "[…]";
  // A path, not a set of everything seen: the same object may stand twice without being a cycle.
  const path = new Set(seen).add(value);
  if (value instanceof Error) return redactError(value, depth, path);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1, path));
  if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams) {
    return redactValue(Object.fromEntries(value), depth, path);
  }
  if (value instanceof Set) return redactValue([...value], depth, path);
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([key, item]) => [key, redactEntry(key, item, depth, path)]),
  );
}

/** A copy that is safe to write down: secrets hidden by name, cards and e-mails masked wherever they stand. */
export function redact(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, redactEntry(key, value, 0, new Set([fields]))]),
  );
}
