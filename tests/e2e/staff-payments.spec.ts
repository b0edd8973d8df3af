import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import type { StaffRole } from "../../lib/auth/permissions";
import { makeAccount } from "../support/accounts";
import { payByCard, TEST_CARDS } from "../support/bank-pages";
import { enterAs, makeContract, signInAgain, type OwnContract } from "../support/own-contract";
import { numberOfPayment, paymentsOf } from "../support/own-money";
import { query } from "../support/stand-database";

test.describe.configure({ mode: "parallel" });

/** Money stands with spaces that do not break. */
const loose = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));

async function paid(browser: Browser, roubles: string): Promise<{ contract: OwnContract; number: string; id: string }> {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract, { locale: "ru-RU" });
  const page = await context.newPage();
  await page.goto(`/payments/pay?contract=${contract.number}&amount=${roubles}`);
  await page.getByLabel("К оплате, ₽").fill(roubles);
  await page.getByRole("button", { name: "Перейти к оплате" }).click();
  await payByCard(page, TEST_CARDS.withoutCode);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  const [payment] = await paymentsOf(contract);
  return { contract, number: await numberOfPayment(payment?.id), id: payment?.id ?? "" };
}

async function asStaff(browser: Browser, staffRole: StaffRole, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ locale: "ru-RU", javaScriptEnabled });
  await signInAgain(context, (await makeAccount({ staffRole })).id);
  return context.newPage();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a part is given back with a reason, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const { contract, number } = await paid(browser, "3500");
    const page = await asStaff(browser, "billing_operator", javaScriptEnabled);
    await page.goto("/staff/payments");
    await page.getByRole("searchbox").fill(contract.number);
    await page.getByRole("button", { name: "Найти" }).click();
    await page.getByRole("link", { name: `№ ${number}`, exact: true }).click();
    const sum = page.getByLabel("Сумма возврата, ₽");
    await expect(sum).toHaveValue(loose("3 500,00"));
    await sum.fill("4 000,00");
    await page.getByRole("button", { name: "Вернуть деньги" }).click();
    await expect(page.getByText("Напишите причину")).toBeVisible();
    await page.getByLabel("Причина").fill("Оплачено дважды");
    await page.getByRole("button", { name: "Вернуть деньги" }).click();
    await expect(page.getByText(loose("Вернуть можно не больше 3 500,00 ₽"))).toBeVisible();
    await sum.fill("1 000,00");
    await page.getByRole("button", { name: "Вернуть деньги" }).click();
    await expect(page.getByText("Возврат записан")).toBeVisible();
    const row = page.getByRole("table", { name: "Возвраты" }).getByRole("row", { name: "Оплачено дважды" });
    await expect(row).toContainText("Деньги возвращены");
    await expect(row).toContainText(loose("1 000,00 ₽"));
    await expect(sum).toHaveValue(loose("2 500,00"));
    await expect(page.getByRole("table", { name: "Обращения к банку" })).toContainText("Принято банком");
    if (javaScriptEnabled) await expectAccessible(page);
  });
}

test("a large sum waits for a second person, who is not the first", async ({ browser }) => {
  const { number } = await paid(browser, "150000");
  const [first, second] = await Promise.all([asStaff(browser, "billing_operator"), asStaff(browser, "administrator")]);
  await first.goto(`/staff/payments/${number}`);
  await first.getByLabel("Причина").fill("Ошибка плательщика");
  await first.getByRole("button", { name: "Вернуть деньги" }).click();
  await expect(first.getByText("Одобрить его должен другой сотрудник")).toBeVisible();
  await expect(first.getByRole("button", { name: "Одобрить возврат" })).toHaveCount(0);
  await second.goto("/staff/payments?status=attention");
  await second.getByRole("link", { name: `№ ${number}`, exact: true }).click();
  await expect(second.getByText("Ждёт второго сотрудника", { exact: true })).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Одобрить возврат" }).click();
  await expect(second.getByText("Возврат одобрен и передан в банк")).toBeVisible();
  await expect(second.getByRole("table", { name: "Возвраты" })).toContainText("Деньги возвращены");
});

test("a held payment is cleared with a reason by those who may", async ({ browser }) => {
  const { number, id } = await paid(browser, "500");
  await query("UPDATE payments SET held_reason = 'amount' WHERE id = $1", [id]);
  const looker = await asStaff(browser, "operator");
  await looker.goto(`/staff/payments/${number}`);
  await expect(looker.getByText("Решение принимает оператор расчётов или администратор")).toBeVisible();
  await expect(looker.getByRole("button", { name: "Вернуть деньги" })).toHaveCount(0);
  const page = await asStaff(browser, "billing_operator");
  await page.goto(`/staff/payments/${number}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Продолжить" }).click();
  await expect(page.getByText("Напишите причину")).toBeVisible();
  await page.getByLabel("Что выяснилось").fill("Сверено с выпиской");
  await page.getByRole("button", { name: "Продолжить" }).click();
  await expect(page.getByText("Решение записано")).toBeVisible();
  await expect(page.getByText("Платёж остановлен для проверки")).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Журнал" })).toContainText("причина: Сверено с выпиской");
});
