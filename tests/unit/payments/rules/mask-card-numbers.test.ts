import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskCardNumbers } from "@/lib/payments/rules/mask-card-numbers";

/** Fifteen digits and the check digit that makes them a card number. */
function withCheckDigit(fifteen: string): string {
  const sum = [...fifteen].toReversed().reduce((total, char, place) => {
    const digit = Number(char) * (place % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return fifteen + String((10 - (sum % 10)) % 10);
}

describe("a card number in free text", () => {
  it.each([
    ["2200000000000004", "•••• 0004"],
    ["карта 2200 0000 0000 0004, спасибо", "карта •••• 0004, спасибо"],
    ["4111-1111-1111-1111", "•••• 1111"],
    ["(5555555555554444)", "(•••• 4444)"],
    ["2200000000000004 и 4111111111111111", "•••• 0004 и •••• 1111"],
    ["Карта:2200000000000004.", "Карта:•••• 0004."],
    ["2200\u00a00000\u00a00000\u00a00004", "•••• 0004"],
  ])("%s is masked", (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
  });

  it.each([
    ["a check digit that is wrong", "2200000000000005"],
    ["no card prefix", withCheckDigit("780100000000001")],
    ["fifteen digits", "220000000000000"],
    ["seventeen digits", "22000000000000049"],
    ["part of a settlement account", "40702810900000000004"],
    ["part of a longer number with spaces", "1 2200000000000004"],
    ["a contract", "Оплата по договору № 78010000000011 по счёту № 129000000001"],
    ["a sum", "1 116 218,00 ₽"],
  ])("%s is left alone: %s", (_, text) => {
    expect(maskCardNumbers(text)).toBe(text);
  });

  const card = fc.tuple(fc.constantFrom("2200", "2204", "4111", "5100", "5599", "6200", "3528"), fc.stringMatching(/^\d{11}$/)).map(([prefix, rest]) => withCheckDigit(prefix + rest));
  const words = fc.stringMatching(/^[а-я ,.]{0,20}$/);

  it("never stays in any text, and masking twice changes nothing", () => {
    fc.assert(
      fc.property(words, card, words, fc.constantFrom("", " ", "-"), (before, number, after, gap) => {
        const masked = maskCardNumbers(`${before}${(number.match(/.{4}/g) ?? []).join(gap)}${after}`);
        expect(masked.replace(/\D/g, "")).toBe(number.slice(-4));
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
    );
  });

  it("never costs more than the text is long", () => {
    const began = performance.now();
    maskCardNumbers("2 ".repeat(100_000));
    maskCardNumbers("2200 ".repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
