import { expect, test, type Page } from "@playwright/test";
import { hashed, makeAccount, PASSWORD } from "../support/accounts";
import { CONTRACTS } from "../support/personas";
import { countOf, query } from "../support/stand-database";

const WRONG = "Неверный e-mail, логин или пароль. Проверьте раскладку и клавишу Caps Lock";

async function send(page: Page, login: string, password: string, label = "E-mail или логин"): Promise<void> {
  await page.getByLabel(label).fill(login);
  await page.getByLabel("Пароль").fill(password);
  await page.getByRole("button", { name: "Войти" }).click();
}

const summary = (page: Page) => page.getByRole("alert").filter({ hasText: "Не удалось войти" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    test.describe.configure({ mode: "parallel" });

    test("the right password opens the first section, and leaving closes it", async ({ page }) => {
      await page.goto("/login");
      await send(page, "  Admin@Demo.TEST ", PASSWORD);
      await expect(page).toHaveURL("/payments");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Оплата");
      await page.locator("summary", { hasText: "Профиль: Северова Ирина" }).click();
      await page.getByRole("button", { name: "Выйти" }).click();
      await expect(page).toHaveURL("/login");
      await page.goto("/payments");
      await expect(page).toHaveURL("/login");
    });

    test("a wrong password and an unknown account get the same words, and what was typed stays", async ({ page }) => {
      const { email } = await makeAccount();
      for (const login of [email, "nobody@demo.test"]) {
        await page.goto("/login");
        await send(page, login, "Wrong-2026!");
        await expect(summary(page)).toContainText(WRONG);
        await expect(page.getByLabel("E-mail или логин")).toHaveValue(login);
        await expect(page.getByLabel("Пароль")).toHaveValue("");
        await expect(page).toHaveURL("/login");
      }
      await send(page, email, PASSWORD);
      await expect(page).toHaveURL("/payments");
    });

    test("empty fields are named", async ({ page }) => {
      await page.goto("/login");
      await page.getByRole("button", { name: "Войти" }).click();
      await expect(summary(page)).toContainText("Введите e-mail или логин");
      await expect(page.getByLabel("Пароль")).toHaveAccessibleDescription("Введите пароль");
    });

    test("each side has a door of its own", async ({ page }) => {
      await page.goto("/login");
      await send(page, "operator@demo.test", PASSWORD);
      await expect(summary(page)).toContainText(WRONG);
      await page.goto("/staff");
      await expect(page).toHaveURL("/staff/login");
      await send(page, "other@demo.test", PASSWORD, "Рабочий e-mail");
      await expect(summary(page)).toContainText(WRONG);
      await send(page, "operator@demo.test", PASSWORD, "Рабочий e-mail");
      await expect(page).toHaveURL("/staff");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Договоры");
    });

    test("goes on where the person was, but only inside this site", async ({ page }) => {
      const { email } = await makeAccount({ members: [{ contract: CONTRACTS.office, role: "manager" }] });
      const ways = { "/history/readings?page=1": "/history/readings?page=1", "//evil.example": "/payments", "/\\evil.example": "/payments", "https://evil.example/": "/payments", "/.//evil.example": "/payments" };
      for (const [next, address] of Object.entries(ways)) {
        await page.context().clearCookies();
        await page.goto(`/login?next=${encodeURIComponent(next)}`);
        await send(page, email, PASSWORD);
        await expect(page).toHaveURL(address);
      }
    });
  });
}

test("a failed attempt moves focus to the summary, and from there to the field", async ({ page }) => {
  await page.goto("/login");
  await send(page, "nobody@demo.test", "Wrong-2026!");
  await expect(summary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Ошибка: Вход/);
  await page.getByRole("link", { name: WRONG }).click();
  await expect(page.getByLabel("E-mail или логин")).toBeFocused();
  await page.getByLabel("E-mail или логин").fill("nobody-else@demo.test");
  await page.getByLabel("Пароль").fill("Wrong-2026!");
  await page.keyboard.press("Enter");
  await expect(summary(page)).toBeFocused();
});

test("the cookie is opaque, out of reach of scripts and other sites, and kept as a hash", async ({ page, context }) => {
  await page.goto("/login");
  await send(page, "other@demo.test", PASSWORD);
  await expect(page).toHaveURL("/payments");
  const cookie = (await context.cookies()).find(({ name }) => name === "amper");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false, path: "/", domain: "localhost" });
  expect(cookie?.value).toMatch(/^[\w-]{43}$/);
  expect(await page.evaluate(() => document.cookie)).not.toContain("amper");
  const token = cookie?.value ?? "";
  expect(await countOf("sessions", "token_hash = $1", [hashed(token)])).toBe(1);
  expect(await countOf("sessions", "sessions::text LIKE '%' || $1 || '%'", [token])).toBe(0);
  const [session] = await query<{ address: string; user_agent: string }>("SELECT address, user_agent FROM sessions WHERE token_hash = $1", [hashed(token)]);
  expect(session?.address).toBe("127.0.0.1");
  expect(session?.user_agent).toContain("Chrome");
});

test("after ten wrong passwords an account waits, another signs in, and the right password does not help at once", async ({ page }) => {
  const [{ email }, other] = await Promise.all([makeAccount(), makeAccount()]);
  await page.goto("/login");
  for (let attempt = 1; attempt <= 10; attempt++) {
    await send(page, email, `Wrong-${attempt}`);
    // The answer empties the field; typing before it would be lost.
    await expect(page.getByLabel("Пароль")).toHaveValue("");
    await expect(summary(page)).toContainText(WRONG);
  }
  await send(page, email.toUpperCase(), PASSWORD);
  await expect(page.getByLabel("Пароль")).toHaveValue("");
  await expect(summary(page)).toContainText(/Слишком много попыток\. Попробуйте через 15\sминут/);
  await send(page, other.email, PASSWORD);
  await expect(page).toHaveURL("/payments");
});
