import { describe, expect, it } from "vitest";
import { paymentFailedLetter, paymentRefundedLetter, paymentSucceededLetter } from "@/lib/payments/letters";

const ABOUT = { key: "k", recipient: "buh@demo.test", number: 7n, amount: 111_621_800n, contract: "78010000000011", appUrl: "https://cabinet.test" };
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a letter about a payment", () => {
  it("that succeeded says what it settled and where the rest went", () => {
    const letter = paymentSucceededLetter({
      ...ABOUT,
      at: new Date("2026-11-21T09:00:00Z"),
      zone: "Europe/Moscow",
      method: "Карта •••• 0004",
      purpose: "Оплата <по> договору",
      settled: [{ number: "129000000001", amount: 100_000_000n }],
      prepayment: 11_621_800n,
    });
    expect(plain(letter.subject)).toBe("Платёж № 7 на 1 116 218,00 ₽ прошёл");
    const text = plain(letter.text);
    expect(text).toContain("Договор № 78010000000011. Оплачено 21.11.2026, 12:00. Способ оплаты: Карта •••• 0004.");
    expect(text).toContain("счёт № 129000000001 — 1 000 000,00 ₽\nаванс в счёт следующих начислений — 116 218,00 ₽");
    expect(text).toContain("https://cabinet.test/history/payments?contract=78010000000011");
    expect(letter.html).not.toContain("<по>");
  });

  it("that failed says why and what to do", () => {
    const letter = paymentFailedLetter({ ...ABOUT, reason: "На карте не хватает денег" });
    expect(plain(letter.subject)).toBe("Платёж № 7 на 1 116 218,00 ₽ не прошёл");
    expect(letter.text).toContain("На карте не хватает денег.");
    expect(letter.text).toContain("https://cabinet.test/payments");
  });

  it("that was given back says how much and why", () => {
    const letter = paymentRefundedLetter({ ...ABOUT, refunded: 50n, reason: "Оплачено дважды" });
    expect(plain(letter.subject)).toBe("Возврат 0,50 ₽ по платежу № 7");
    expect(plain(letter.text)).toContain("Из платежа на 1 116 218,00 ₽ банк возвращает 0,50 ₽");
    expect(letter.text).toContain("Причина: Оплачено дважды");
  });
});
