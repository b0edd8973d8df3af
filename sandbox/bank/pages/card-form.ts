import { type MaskedCard, hasExpired, isCardNumber, maskCard } from "../cards";

/** What a person typed, without the CVC: it is never shown again. */
export type TypedCard = { number: string; expiry: string };
export type CardErrors = Partial<Record<"number" | "expiry" | "csc", string>>;
export type ReadCard = { typed: TypedCard; errors: CardErrors; number: string; card?: MaskedCard };

const YEARS_AHEAD = 20;

function readExpiry(text: string, now: Date): { month: string; year: string } | string {
  const [, month = "", short = ""] = /^\s*(0[1-9]|1[0-2])\s*[/.\- ]?\s*(?:20)?(\d{2})\s*$/.exec(text) ?? [];
  if (short === "") return text.trim() === "" ? "Введите срок действия" : "Введите месяц и год, например 09/28";
  const year = `20${short}`;
  if (hasExpired({ expiry_month: month, expiry_year: year }, now)) return "Срок действия карты истёк";
  return Number(year) > now.getUTCFullYear() + YEARS_AHEAD ? "Проверьте год: он слишком далеко" : { month, year };
}

export function readCard(form: URLSearchParams, now: Date): ReadCard {
  const typed = { number: (form.get("number") ?? "").slice(0, 40), expiry: (form.get("expiry") ?? "").slice(0, 20) };
  const number = typed.number.replace(/[\s-]/g, "");
  const errors: CardErrors = {};
  if (number === "") errors.number = "Введите номер карты";
  else if (!/^\d{16,19}$/.test(number)) errors.number = "В номере карты от 16 до 19 цифр";
  else if (!isCardNumber(number)) errors.number = "Такого номера не бывает: проверьте цифры";
  const expiry = readExpiry(typed.expiry, now);
  if (typeof expiry === "string") errors.expiry = expiry;
  if (!/^\d{3}$/.test(form.get("csc") ?? "")) errors.csc = "Введите три цифры с оборота карты";
  const valid = Object.keys(errors).length === 0 && typeof expiry !== "string";
  return { typed, errors, number, ...(valid && { card: maskCard(number, expiry.month, expiry.year) }) };
}
