import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, formatMoney, MAX_KOPECKS, parseMoney } from "@/lib/format/money";

describe("formatMoney", () => {
  it.each<[bigint, string]>([
    [111_621_800n, "1\u00a0116\u00a0218,00\u00a0₽"],
    [0n, "0,00\u00a0₽"],
    [5n, "0,05\u00a0₽"],
    [-100_957_000n, "−1\u00a0009\u00a0570,00\u00a0₽"],
    [10n ** 13n, "100\u00a0000\u00a0000\u00a0000,00\u00a0₽"],
  ])("%s kopecks are %s", (kopecks, text) => {
    expect(formatMoney(kopecks)).toBe(text);
  });
});

describe("parseMoney", () => {
  it.each<[string, bigint]>([
    ["1 116 218,00", 111_621_800n],
    ["1116218.00", 111_621_800n],
    ["1 116 218", 111_621_800n],
    ["1\u00a0116\u00a0218,00\u00a0₽", 111_621_800n],
    ["478379 руб.", 47_837_900n],
    ["0,5", 50n],
    ["007", 700n],
  ])("reads %j", (text, kopecks) => {
    expect(parseMoney(text)).toEqual({ ok: true, kopecks });
  });

  it.each([
    ["", "empty"],
    ["  ₽", "empty"],
    ["сто", "not_a_number"],
    ["1,116,218.00", "not_a_number"],
    ["-5", "negative"],
    ["1,005", "too_many_decimals"],
    ["1.116", "too_many_decimals"],
    ["100000000000,01", "too_large"],
  ])("refuses %j as %s", (text, reason) => {
    expect(parseMoney(text)).toEqual({ ok: false, reason });
  });

  it("reads back what was written, up to the limit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_KOPECKS }), fc.boolean(), (kopecks, withSign) => {
        expect(parseMoney(withSign ? formatMoney(kopecks) : formatAmount(kopecks))).toEqual({ ok: true, kopecks });
      }),
    );
  });
});
