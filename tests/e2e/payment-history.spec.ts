import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { read, utils } from "xlsx";
import { payByCard, TEST_CARDS } from "../support/bank-pages";
import { enter } from "../support/enter";
import { enterAs, makeContract } from "../support/own-contract";
import { makeBills } from "../support/own-money";
import { CONTRACTS, persona } from "../support/personas";

test.describe.configure({ mode: "parallel" });

/** Money stands with spaces that do not break. */
const loose = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));

test("a payment made here is in the history with a receipt, and may be repeated", async ({ browser }) => {
  const contract = await makeContract();
  await makeBills(contract, [{ dueOn: "2026-11-10", roubles: 1000 }]);
  const { context } = await enterAs(browser, contract, { locale: "ru-RU", timezoneId: "Europe/Moscow" });
  const page = await context.newPage();
  await page.goto(`/payments/pay?contract=${contract.number}`);
  await page.getByRole("button", { name: "Перейти к оплате" }).click();
  await payByCard(page, TEST_CARDS.withoutCode);
  await expect(page.getByText("Оплата прошла")).toBeVisible();

  await page.goto("/history/payments");
  const row = page.getByRole("row").filter({ hasText: "Личный кабинет" });
  await expect(row).toContainText(loose("1 000,00 ₽"));
  await expect(row).toContainText("Оплачен");
  const receipts = await Promise.all([0, 1].map(async () => {
    const href = await row.getByRole("link", { name: "Квитанция" }).getAttribute("href");
    return (await page.request.get(href ?? "")).body();
  }));
  expect(receipts[0]?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(receipts[1]?.equals(receipts[0] ?? Buffer.alloc(0))).toBe(true);
  await row.getByRole("link", { name: "Повторить" }).click();
  await expect(page.getByLabel("К оплате, ₽")).toHaveValue(loose("1 000,00"));

  await page.goto(`/payments/${contract.number}`);
  await expect(page.getByRole("row").filter({ hasText: "Платёж в личном кабинете" })).toContainText(loose("1 000,00"));
  await expect(page.getByRole("row").filter({ hasText: "На конец периода" })).toContainText(loose("Переплата 1 000,00 ₽"));
  await context.close();
});

test("transfers of two years are found by month and saved as a file", async ({ page, context }) => {
  await enter(context, persona("administrator"));
  await page.goto(`/history/payments?contract=${CONTRACTS.plant}`);
  await page.getByLabel("С месяца").selectOption({ label: "январь 2026" });
  // Other tests pay today.
  await page.getByLabel("По месяц").selectOption({ label: "октябрь 2026" });
  await page.getByRole("button", { name: "Показать" }).click();
  await expect(page).toHaveURL(/from=2026-01/);
  const rows = page.getByRole("row").filter({ hasText: "Учтён" });
  const count = await rows.count();
  expect(count).toBeGreaterThan(25);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Скачать xlsx" }).click()]);
  expect(download.suggestedFilename()).toBe(`payments-${CONTRACTS.plant}-2026-01-2026-10.xlsx`);
  const book = read(readFileSync(await download.path()));
  const sheet = book.Sheets["История платежей"];
  expect(sheet && utils.sheet_to_json(sheet)).toHaveLength(count);
  const tabs = page.getByRole("navigation", { name: "Разделы истории" });
  await tabs.getByRole("link", { name: "Показания" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("История показаний");
  await expect(tabs.getByRole("link", { name: "Показания" })).toHaveAttribute("aria-current", "page");
});

test("«История» leads to the part that is open", async ({ page, context }) => {
  await enter(context, persona("restricted engineer"));
  await page.goto("/readings");
  await page.getByRole("link", { name: "История" }).first().click();
  await expect(page).toHaveURL(/\/history\/readings/);
  await expect(page.getByRole("navigation", { name: "Разделы истории" })).toHaveCount(0);
});

test("the chart comes when it is scrolled to, and its table says the same without a script", async ({ browser, page, context, baseURL }) => {
  await enter(context, persona("administrator"));
  await page.goto(`/payments?chart=${CONTRACTS.network}`);
  const chart = page.getByRole("img", { name: /Столбцы по месяцам/ });
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator(".recharts-bar-rectangle").first()).toBeVisible();
  await chart.hover({ position: { x: 400, y: 100 } });
  await expect(page.locator(".chart-tip")).toContainText("выставлено");
  await page.getByText("Показать таблицей").click();
  await expect(page.getByRole("table", { name: "Счета и оплаты" }).getByRole("row")).toHaveCount(13);
  const { violations } = await new AxeBuilder({ page }).include("#chart").setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
  await enter(plain, persona("administrator"));
  const still = await plain.newPage();
  await still.goto("/payments");
  await still.getByText("Показать таблицей").click();
  await expect(still.getByRole("table", { name: "Счета и оплаты" }).getByRole("row")).toHaveCount(13);
  await plain.close();
});
