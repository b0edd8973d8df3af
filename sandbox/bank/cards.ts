import type { Outcome } from "./declines";

/** All that is ever kept of a card. */
export type MaskedCard = { first6: string; last4: string; expiry_month: string; expiry_year: string; card_type: string };

export type CardBehaviour = {
  number: string;
  hint: string;
  secureCode: boolean;
  outcome: Outcome;
  /** How later charges of the saved card end; by default as the first. */
  charge?: Outcome;
};

/** Cards whose behaviour is agreed; any other valid number asks for a code and succeeds. */
export const DEMO_CARDS: CardBehaviour[] = [
  { number: "2200000000000004", hint: "оплата с кодом", secureCode: true, outcome: "succeeded" },
  { number: "4111111111111111", hint: "оплата без кода", secureCode: false, outcome: "succeeded" },
  { number: "2200000000000012", hint: "недостаточно денег", secureCode: true, outcome: "insufficient_funds" },
  { number: "2200000000000020", hint: "карта просрочена", secureCode: false, outcome: "card_expired" },
  { number: "2200000000000038", hint: "подозрение на мошенничество", secureCode: false, outcome: "fraud_suspected" },
  { number: "2200000000000046", hint: "код не принимается", secureCode: true, outcome: "3d_secure_failed" },
  { number: "2200000000000053", hint: "сохранится, но дальше денег не будет", secureCode: true, outcome: "succeeded", charge: "insufficient_funds" },
];

export const SECURE_CODE = "1234";

export function behaviourOf(number: string): CardBehaviour {
  return DEMO_CARDS.find((card) => card.number === number) ?? { number, hint: "", secureCode: true, outcome: "succeeded" };
}

/** Sixteen to nineteen digits whose check digit is right. */
export function isCardNumber(number: string): boolean {
  if (!/^\d{16,19}$/.test(number)) return false;
  const sum = [...number].toReversed().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

const TYPES: [RegExp, string][] = [
  [/^220[0-4]/, "Mir"],
  [/^4/, "Visa"],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, "MasterCard"],
  [/^(62|81)/, "UnionPay"],
];

export function maskCard(number: string, month: string, year: string): MaskedCard {
  const [, type = "Unknown"] = TYPES.find(([prefix]) => prefix.test(number)) ?? [];
  return { first6: number.slice(0, 6), last4: number.slice(-4), expiry_month: month, expiry_year: year, card_type: type };
}

/** A card is good through the last day of its month. */
export function hasExpired(card: Pick<MaskedCard, "expiry_month" | "expiry_year">, now: Date): boolean {
  return now.getTime() >= Date.UTC(Number(card.expiry_year), Number(card.expiry_month), 1);
}
