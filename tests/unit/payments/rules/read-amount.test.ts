import { describe, expect, test } from "vitest";
import { readAmount } from "@/lib/payments/rules/read-amount";

describe("a sum as people type it", () => {
  test.each(["1 116 218,00", "1116218.00", "1 116 218", "1\u00a0116\u00a0218,00", "1116218", "1 116 218,00 ₽", " 1116218,0 "])("%j is one sum", (text) => {
    expect(readAmount(text)).toEqual({ ok: true, kopecks: 111_621_800n });
  });

  test("the largest one is exact", () => {
    expect(readAmount("100 000 000 000,00")).toEqual({ ok: true, kopecks: 10n ** 13n });
    expect(readAmount("99999999999,99")).toEqual({ ok: true, kopecks: 10n ** 13n - 1n });
  });

  test.each([
    ["", "Введите сумму"],
    ["сто", "цифрами"],
    ["1e5", "цифрами"],
    ["1,116,218.00", "цифрами"],
    ["-5", "больше нуля"],
    ["0", "больше нуля"],
    ["0,00", "больше нуля"],
    ["1,005", "копейки"],
    ["100 000 000 000,01", "Проверьте число"],
  ])("%j is refused with words", (text, words) => {
    const read = readAmount(text);
    expect(read.ok ? "" : read.message).toContain(words);
  });
});
