/** Beginnings of card numbers of the payment systems that work here: MIR, Visa, Mastercard, UnionPay, Maestro, JCB. */
const CARD_PREFIX = /^(220[0-4]|4|5[1-5]|2[2-7]|62|50|5[6-9]|6[3-9]|35)/;
/** Sixteen digits, at most one space or hyphen between two of them, standing apart from other digits. */
const SIXTEEN = /(?<![\d])(?<!\d[ \u00a0-])\d(?:[ \u00a0-]?\d){15}(?![ \u00a0-]?\d)/g;

/** Leaves the last four digits of anything that looks like a card number; account and contract numbers stay. */
export function maskCardNumbers(text: string): string {
  return text.replace(SIXTEEN, (found) => {
    const digits = found.replace(/\D/g, "");
    return CARD_PREFIX.test(digits) && passesLuhn(digits) ? `•••• ${digits.slice(-4)}` : found;
  });
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
