import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectBank, payByCard, SECURE_CODE, TEST_CARDS } from "../support/bank-pages";
import { enterAs, makeContract } from "../support/own-contract";
import { query } from "../support/stand-database";

test.describe.configure({ mode: "parallel" });

async function open(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  const { context, userId } = await enterAs(browser, await makeContract(), options);
  const page = await context.newPage();
  await page.goto("/cards");
  return { page, userId };
}

const add = (page: Page) => page.getByRole("button", { name: "Добавить карту" }).click();
const failed = (page: Page) => page.getByText("Не удалось добавить карту");
const links = (userId: string) => query<{ status: string }>("SELECT status::text FROM card_links WHERE user_id = $1", [userId]);

for (const javaScriptEnabled of [true, false]) {
  test(`a card is added on the bank's page and removed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const { page, userId } = await open(browser, { javaScriptEnabled });
    await expect(page.getByText("Карт пока нет")).toBeVisible();
    await add(page);
    await payByCard(page, TEST_CARDS.withCode, SECURE_CODE);
    await expect(page.getByText("Карта добавлена")).toBeVisible();
    const row = page.getByRole("listitem").filter({ hasText: "Мир •••• 0004" });
    await expect(row).toContainText("Действует до 12/30");
    // The hold of one rouble is given back at once.
    expect((await links(userId)).map(({ status }) => status)).toEqual(["canceled"]);
    await row.getByRole("button", { name: "Удалить карту Мир •••• 0004" }).click();
    await page.getByRole("button", { name: "Удалить карту", exact: true }).click();
    await expect(page.getByText("Карта удалена")).toBeVisible();
    await expect(page.getByText("Карт пока нет")).toBeVisible();
  });
}

test("«Вернуться» and a refusal say that the card was not added", async ({ browser }) => {
  const { page, userId } = await open(browser);
  await add(page);
  await expectBank(page);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(failed(page)).toBeVisible();
  await page.getByRole("link", { name: "Ок", exact: true }).click();
  await expect(failed(page)).toBeHidden();
  await add(page);
  await payByCard(page, TEST_CARDS.expired);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(failed(page)).toBeVisible();
  await expect(page.getByText("Срок действия карты истёк")).toBeVisible();
  await expect(page.getByText("Карт пока нет")).toBeVisible();
  expect(await links(userId)).toHaveLength(2);
});

test("pressed twice, «Добавить карту» opens one page of the bank", async ({ browser }) => {
  const { page, userId } = await open(browser);
  await page.getByRole("button", { name: "Добавить карту" }).dblclick();
  await expectBank(page);
  expect(await links(userId)).toHaveLength(1);
});

test("removal asks first, and may be called off by keys", async ({ browser }) => {
  const { page } = await open(browser);
  await add(page);
  await payByCard(page, TEST_CARDS.withoutCode);
  const remove = page.getByRole("button", { name: "Удалить карту Visa •••• 1111" });
  await remove.click();
  await expect(page.getByRole("dialog", { name: "Удалить карту Visa •••• 1111?" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(remove).toBeFocused();
});

test("a card of another person is neither seen nor removed, nor its adding", async ({ browser }) => {
  const mine = await open(browser);
  await add(mine.page);
  await payByCard(mine.page, TEST_CARDS.withoutCode);
  await expect(mine.page.getByText("Карта добавлена")).toBeVisible();
  const [link] = await query<{ id: string; card: string }>("SELECT id, saved_card_id AS card FROM card_links WHERE user_id = $1", [mine.userId]);
  const other = await open(browser);
  await other.page.goto(`/cards?link=${link?.id}&remove=${link?.card}`);
  await expect(other.page.getByText("Карт пока нет")).toBeVisible();
  await expect(other.page.getByText(/Карта добавлена|Удалить карту/)).toHaveCount(0);
  await other.page.goto(`/cards/return/${link?.id}`);
  await expect(other.page.getByText("Карт пока нет")).toBeVisible();
  await expect(other.page.getByText("Карта добавлена")).toHaveCount(0);
});
