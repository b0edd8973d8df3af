import { expect, test, type Page } from "@playwright/test";
import { makeAccount, makeInvitation } from "../support/accounts";

const DAY = 24 * 3600;
const PASSWORD = "Novyi-2026!";
const USED = "Ссылка уже использована или устарела. Попросите новую у администратора";

async function send(page: Page, password: string, repeat = password): Promise<void> {
  await page.getByLabel("Новый пароль").fill(password);
  await page.getByLabel("Ещё раз").fill(repeat);
  await page.getByRole("button", { name: "Сохранить пароль" }).click();
}

async function invited(secondsLeft: number): Promise<{ email: string; token: string }> {
  const { id, email } = await makeAccount({ staffRole: "administrator", withoutPassword: true });
  return { email, token: await makeInvitation(id, secondsLeft) };
}

test.describe.configure({ mode: "parallel" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an invitation sets a password once", async ({ page }) => {
      const { email, token } = await invited(DAY);
      await page.goto(`/invite?token=${token}`);
      await send(page, PASSWORD);
      await expect(page).toHaveURL("/staff/login");
      await page.getByLabel("Рабочий e-mail").fill(email);
      await page.getByLabel("Пароль").fill(PASSWORD);
      await page.getByRole("button", { name: "Войти" }).click();
      await expect(page).toHaveURL("/staff");
      await page.goto(`/invite?token=${token}`);
      await send(page, "Drugoi-2026!");
      await expect(page.getByRole("alert").filter({ hasText: "Пароль не сохранён" })).toContainText(USED);
    });

    test("a weak password is refused in words, and the link still works", async ({ page }) => {
      const { token } = await invited(1);
      await page.goto(`/invite?token=${token}`);
      const wrong: [password: string, repeat: string, message: string][] = [
        ["Aa1", "Aa1", "Не меньше 8 знаков"],
        ["novyi-2026", "novyi-2026", "Нужна заглавная латинская буква"],
        ["Пароль-2026", "Пароль-2026", "Только латинские буквы"],
        [PASSWORD, "Novyi-2027!", "Пароли не совпадают"],
      ];
      for (const [password, repeat, message] of wrong) {
        await send(page, password, repeat);
        await expect(page.getByRole("alert").filter({ hasText: "Пароль не сохранён" })).toContainText(message);
      }
      await expect(page.getByLabel("Ещё раз")).toHaveAccessibleDescription("Пароли не совпадают");
      await send(page, PASSWORD);
      await expect(page).toHaveURL("/staff/login");
    });
  });
}

test("a late and a made-up link say what to do", async ({ page }) => {
  const { token } = await invited(0);
  for (const late of [token, "A".repeat(43), ""]) {
    await page.goto(`/invite?token=${late}`);
    await send(page, PASSWORD);
    await expect(page.getByRole("alert").filter({ hasText: "Пароль не сохранён" })).toContainText(USED);
  }
});
