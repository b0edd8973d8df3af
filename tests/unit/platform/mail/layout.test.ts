import { describe, expect, it } from "vitest";
import { layOut } from "@/lib/platform/mail/layout";

const LETTER = {
  title: "Смена пароля",
  paragraphs: ["Для входа ООО «Рога & <копыта>»", "Вторая строка\nи третья"],
  action: { label: "Задать пароль", url: "https://cabinet.example.com/recover?a=1&b=\"2\"" },
  footer: "Письмо отправлено автоматически",
};

describe("the layout of letters", () => {
  it("writes the same words as text and as HTML", () => {
    const { subject, text, html } = layOut(LETTER);
    expect(subject).toBe("Смена пароля");
    expect(text).toContain("Для входа ООО «Рога & <копыта>»\n\nВторая строка\nи третья");
    expect(text).toContain(`Задать пароль:\n${LETTER.action.url}`);
    expect(text).toContain(LETTER.footer);
    expect(html).toContain("Вторая строка<br>и третья");
  });

  it("escapes everything that came from a person", () => {
    const { html } = layOut({ ...LETTER, title: "<script>alert(1)</script>", footer: "<img src=x onerror=alert(1)>" });
    expect(html).not.toMatch(/<script|<img|<копыта/);
    expect(html).toContain('href="https://cabinet.example.com/recover?a=1&#38;b=&#34;2&#34;"');
  });

  it("keeps header lines out of the subject and scripts out of links", () => {
    expect(layOut({ ...LETTER, title: "Раз\r\nBcc: a@b.ru" }).subject).toBe("Раз Bcc: a@b.ru");
    expect(() => layOut({ ...LETTER, action: { label: "x", url: "javascript:alert(1)" } })).toThrow();
  });

  it("needs no style sheet and no width wider than a phone", () => {
    const { html } = layOut(LETTER);
    expect(html).not.toContain("<style");
    expect(html).not.toMatch(/(?<!max-)width[:=]"?\d{3}(?!%)/);
  });
});
