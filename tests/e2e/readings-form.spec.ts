import { expect, test, type Locator, type Page } from "@playwright/test";
import { enter } from "../support/enter";
import { enterAs, makeContract, signInAgain, versionsOf, type OwnContract } from "../support/own-contract";
import { CONTRACTS, persona } from "../support/personas";
import { countOf, query } from "../support/stand-database";

test.describe.configure({ mode: "parallel" });

const fieldOf = (page: Page, serial: string, zone = "Круглосуточная"): Locator => page.getByLabel(`Показание прибора ${serial}, ${zone} А+`);
const rowOf = (page: Page, serial: string): Locator => page.getByRole("row").filter({ hasText: serial });
const sendButton = (page: Page) => page.getByRole("button", { name: "Передать показания" });
const saved = (page: Page) => page.getByText("Показания сохранены.");
const submissions = ({ periodId }: OwnContract) => countOf("submissions", "period_id = $1", [periodId]);

async function openForm(page: Page, contract: OwnContract): Promise<void> {
  await page.goto(`/readings?contract=${contract.number}`);
  await expect(page.getByText("Введите текущие показания")).toBeVisible();
}

test("the plant's figures appear while typing", async ({ context, page }) => {
  await enter(context, persona("administrator"));
  await page.goto(`/readings?contract=${CONTRACTS.plant}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Показания за ноябрь 2026");
  await expect(page.getByText("осталось 30 дней")).toBeVisible();
  await expect(rowOf(page, "20300109")).toContainText("012 441,00");
  await fieldOf(page, "20300109").pressSequentially("12442");
  for (const figure of ["12 600,00", "137 130,48", "−124 530,48"]) await expect(rowOf(page, "20300109")).toContainText(figure);
  await fieldOf(page, "43984851").fill("5032");
  await expect(page.getByText("меньше предыдущего")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByText("5 032 меньше предыдущего 50 321,5. Проверьте число")).toBeVisible();
  await expect(page.getByText("Заполнено 1 из 6. Одно значение с ошибкой; для прибора 43984851 нужны обе величины")).toBeVisible();
  await sendButton(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "Показания не переданы" });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Ошибка: /);
  await summary.getByRole("link").first().click();
  await expect(fieldOf(page, "43984851")).toBeFocused();
  await expect(fieldOf(page, "43984851")).toHaveAttribute("aria-invalid", "true");
});

test("readings are saved, stay after a reload and may be corrected", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1010,5");
  await page.keyboard.press("Enter");
  // The next facility opens by itself.
  await expect(fieldOf(page, contract.meters.pair, "День")).toBeFocused();
  await page.keyboard.type("1020");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("1030");
  await page.keyboard.press("ArrowUp");
  await expect(fieldOf(page, contract.meters.pair, "День")).toBeFocused();
  await sendButton(page).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText("новых значений: 3")).toBeVisible();
  await expect(page.getByText("✓ Переданы 21.11.2026, 12:00")).toHaveCount(2);
  await page.reload();
  await expect(fieldOf(page, contract.meters.single)).toHaveValue(/^1.010,5$/);
  await expect(page.getByText("Заполнено 3 из 3. Всё передано")).toBeVisible();
  await fieldOf(page, contract.meters.single).fill("1011");
  await sendButton(page).click();
  await expect(saved(page)).toBeVisible();
  expect(await versionsOf(contract)).toEqual([
    { value: "1010.5", is_current: false, version: 1 },
    { value: "1020", is_current: true, version: 1 },
    { value: "1030", is_current: true, version: 1 },
    { value: "1011", is_current: true, version: 2 },
  ]);
  await context.close();
});

test("what is typed survives a reload and a failure, and a lost answer is not sent twice", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1040");
  await page.reload();
  await expect(fieldOf(page, contract.meters.single)).toHaveValue("1040");
  // The server hears the request; the browser never hears the answer.
  await page.route("**/readings?**", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await sendButton(page).click();
  await expect(page.getByText("Ответ сервера не получен")).toBeVisible();
  await expect(fieldOf(page, contract.meters.single)).toHaveValue(/^1.?040$/);
  await sendButton(page).click();
  await expect(saved(page)).toBeVisible();
  expect(await submissions(contract)).toBe(1);
  expect(await versionsOf(contract)).toHaveLength(1);
  await context.close();
});

test("a double click is one submission", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1050");
  await sendButton(page).dblclick();
  await expect(saved(page)).toBeVisible();
  expect(await submissions(contract)).toBe(1);
  await context.close();
});

test("two people: the later one sees whose value stands and sends on top of it", async ({ browser }) => {
  const contract = await makeContract();
  const [first, second] = await Promise.all([enterAs(browser, contract), enterAs(browser, contract)]);
  const [mine, theirs] = await Promise.all([first.context.newPage(), second.context.newPage()]);
  await Promise.all([openForm(mine, contract), openForm(theirs, contract)]);
  await fieldOf(theirs, contract.meters.single).fill("1060");
  await sendButton(theirs).click();
  await expect(saved(theirs)).toBeVisible();
  await fieldOf(mine, contract.meters.single).fill("1070");
  await sendButton(mine).click();
  await expect(mine.getByRole("alert").filter({ hasText: "показания передал кто-то ещё" })).toBeFocused();
  await expect(rowOf(mine, contract.meters.single)).toContainText("Уже передано 1 060: Временный Сотрудник, 21.11.2026, 12:00.");
  await expect(fieldOf(mine, contract.meters.single)).toHaveValue(/^1.070$/);
  expect(await submissions(contract)).toBe(1);
  await sendButton(mine).click();
  await expect(saved(mine)).toBeVisible();
  expect((await versionsOf(contract)).map(({ value, is_current }) => [value, is_current])).toEqual([["1060", false], ["1070", true]]);
  // The other one gives way with one press.
  await fieldOf(theirs, contract.meters.single).fill("1080");
  await sendButton(theirs).click();
  await theirs.getByRole("button", { name: "Оставить 1 070" }).click();
  await expect(fieldOf(theirs, contract.meters.single)).toHaveValue(/^1.070$/);
  await Promise.all([first.context.close(), second.context.close()]);
});

test("a draft does not overwrite what others sent before the reload", async ({ browser }) => {
  const contract = await makeContract();
  const [first, second] = await Promise.all([enterAs(browser, contract), enterAs(browser, contract)]);
  const [mine, theirs] = await Promise.all([first.context.newPage(), second.context.newPage()]);
  await openForm(mine, contract);
  await fieldOf(mine, contract.meters.single).fill("1090");
  await openForm(theirs, contract);
  await fieldOf(theirs, contract.meters.single).fill("1091");
  await sendButton(theirs).click();
  await expect(saved(theirs)).toBeVisible();
  await mine.reload();
  await expect(fieldOf(mine, contract.meters.single)).toHaveValue("1090");
  await sendButton(mine).click();
  await expect(rowOf(mine, contract.meters.single).getByText("Уже передано 1 091")).toBeVisible();
  expect(await submissions(contract)).toBe(1);
  await Promise.all([first.context.close(), second.context.close()]);
});

test("signed out meanwhile: the typed stays and sign-in leads back", async ({ browser }) => {
  const contract = await makeContract();
  const { context, userId } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1100");
  await query("UPDATE sessions SET ended_at = now() WHERE user_id = $1", [userId]);
  await sendButton(page).click();
  await expect(page.getByText("Вы вышли из кабинета")).toBeVisible();
  await expect(fieldOf(page, contract.meters.single)).toHaveValue(/^1.100$/);
  await page.getByRole("link", { name: "Войти" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  expect(await submissions(contract)).toBe(0);
  await context.close();
});

test("signing out on purpose forgets what was typed", async ({ browser }) => {
  const contract = await makeContract();
  const { context, userId } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1105");
  await page.locator("summary.avatar").click();
  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page).toHaveURL(/\/login/);
  await signInAgain(context, userId);
  await openForm(page, contract);
  await expect(fieldOf(page, contract.meters.single)).toHaveValue("");
  await context.close();
});

test("closed meanwhile: nothing is sent, and the page says so", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await openForm(page, contract);
  await fieldOf(page, contract.meters.single).fill("1110");
  await query("UPDATE billing_periods SET closed_at = '2026-11-21T11:00:00+03' WHERE id = $1", [contract.periodId]);
  await sendButton(page).click();
  await expect(page.getByText("Введённые показания не переданы")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Приём закончился 21 ноября 2026")).toBeVisible();
  await expect(fieldOf(page, contract.meters.single)).toHaveCount(0);
  await expect(sendButton(page)).toHaveCount(0);
  await context.close();
});

test("the filter lives in the address, with JavaScript by a choice alone", async ({ context, page }) => {
  await enter(context, persona("administrator"));
  await page.goto(`/readings?contract=${CONTRACTS.plant}`);
  await page.getByLabel("Энергообъект").selectOption("780100000000110003");
  await expect(page).toHaveURL(/facility=780100000000110003/);
  await expect(page.getByText("01284918")).toBeVisible();
  await expect(page.locator("details.card")).toHaveCount(1);
  await page.getByLabel("Договор").selectOption(CONTRACTS.network);
  await expect(page).toHaveURL(new RegExp(`contract=${CONTRACTS.network}.*facility=(&|$)`));
  await expect(page.locator("details.card")).toHaveCount(20);
  await page.getByLabel("Страницы показаний").getByLabel("Страница 2", { exact: true }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByLabel("Энергообъект").fill("нет такого");
  await page.getByRole("button", { name: "Найти" }).click();
  await expect(page.getByText("Ничего не найдено")).toBeVisible();
});

test("the receipt stays when the last facility leaves the list of those that wait", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await page.goto(`/readings?contract=${contract.number}&state=unsent`);
  await fieldOf(page, contract.meters.single).fill("1200");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1200");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1200");
  await page.keyboard.press("Enter");
  await expect(sendButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Все показания переданы")).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await context.close();
});

test("without JavaScript the filter is a form with a button", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/readings");
  // The driver does not show what stands in noscript; a browser without JavaScript does.
  const notes = await page.locator("noscript").evaluateAll((nodes) => nodes.map(({ textContent }) => textContent).join());
  expect(notes).toContain("Показать");
  expect(notes).toContain("включите JavaScript");
  await page.getByLabel("Передача").selectOption("sent");
  await page.locator("form[role=search]").evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect(page.getByText("Ничего не найдено")).toBeVisible();
  await context.close();
});

test("what was typed on one page of facilities waits while another is open", async ({ context, page }) => {
  await enter(context, persona("administrator"));
  await page.goto(`/readings?contract=${CONTRACTS.network}`);
  await page.locator("input[data-entry]").first().fill("999999");
  await page.getByLabel("Страницы показаний").getByLabel("Страница 2", { exact: true }).click();
  await expect(page.getByText("На других страницах введено и не передано 1 значение")).toBeVisible();
  await page.getByRole("button", { name: "Сбросить" }).click();
  await expect(page.getByText("На других страницах")).toHaveCount(0);
});

test("a phone gets blocks with labels and no sideways scroll", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract, { viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await openForm(page, contract);
  const field = await fieldOf(page, contract.meters.single).boundingBox();
  expect(field?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});
