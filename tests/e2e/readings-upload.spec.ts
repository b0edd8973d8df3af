import { readFileSync } from "node:fs";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { read, utils, write } from "xlsx";
import { makeAccount, startSession } from "../support/accounts";
import { CONTRACTS } from "../support/personas";
import { getStand } from "../support/stand";

const CONTRACT = CONTRACTS.entrepreneur;
const CURRENT_COLUMN = 8;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test.describe.configure({ mode: "serial" });

let userId = "";

test.beforeAll(async () => {
  userId = (await makeAccount({ members: [{ contract: CONTRACT, role: "manager" }, { contract: CONTRACTS.plant, role: "engineer" }] })).id;
});

async function enter(context: BrowserContext): Promise<void> {
  const { url } = await getStand();
  await context.addCookies([{ name: "amper", value: await startSession(userId), url }]);
}

type Workbook = { name: string; mimeType: string; buffer: Buffer };

/** The downloaded template with a reading this much above the previous one, and with rows of nobody's meters below. */
function fill(template: Buffer, more: number, strangers = 0): Workbook {
  const book = read(template);
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const [, first = []] = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: "" });
  const reading = String(Number(first[CURRENT_COLUMN - 1]) + more);
  const rows = Array.from({ length: strangers + 1 }, (_, index) => first.map((cell, column) => (index > 0 && column === 3 ? `чужой-${index}` : cell)));
  for (const row of rows) row[CURRENT_COLUMN] = reading;
  utils.sheet_add_aoa(sheet, rows, { origin: "A2" });
  return { name: "Показания ноябрь.xlsx", mimeType: XLSX, buffer: write(book, { type: "buffer", bookType: "xlsx" }) as Buffer };
}

async function downloadTemplate(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Шаблон интегральных показаний" }).click()]);
  expect(download.suggestedFilename()).toBe(`readings-${CONTRACT}-2026-11.xlsx`);
  return readFileSync(await download.path());
}

const count = (page: Page, name: string) => page.locator("dl div", { hasText: name }).locator("dd");
const send = (page: Page) => page.getByRole("button", { name: "Загрузить и проверить" }).click();

/** Of a contract with one meter; each file below reads a little more than the one before. */
let template: Buffer;

test("from the template to the receipt", async ({ page, context }) => {
  await enter(context);
  await page.goto("/readings/upload");
  await send(page);
  await expect(page.getByRole("alert").first()).toContainText("Выберите договор");
  await expect(page).toHaveTitle(/^Ошибка: /);

  await page.getByRole("combobox", { name: "Договор" }).fill("00059");
  await page.getByRole("listbox").getByRole("option").click();
  await expect(page.getByText("Передача показаний за ноябрь 2026 доступна с 1 ноября 2026 по 21 декабря 2026")).toBeVisible();
  await expect(page.getByLabel("Тип показаний")).toHaveText("Интегральные по договору");
  template = await downloadTemplate(page);
  await page.locator("input[type=file]").setInputFiles(fill(template, 5, 130));
  await send(page);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Проверка показаний из файла за ноябрь 2026");
  await expect(count(page, "К передаче")).toHaveText("1");
  await expect(count(page, "С ошибкой")).toHaveText("130");
  const wrong = page.getByRole("table", { name: "Строки с ошибкой" }).locator("tbody tr");
  await expect(wrong).toHaveCount(100);
  await expect(wrong.first()).toContainText("На этом энергообъекте нет счётчика чужой-1");
  await page.getByRole("navigation", { name: "Страницы: С ошибкой" }).getByRole("link", { name: "Страница 2" }).click();
  await expect(wrong).toHaveCount(30);
  await expect(page.getByRole("table", { name: "Показания к передаче" }).locator("tbody tr")).toHaveCount(1);

  await page.getByRole("button", { name: "Передать показания" }).dblclick();
  await expect(page.getByText("Показания сохранены")).toBeVisible();
  const receipt = await page.getByText(/Квитанция № \d+/).textContent();
  await page.reload();
  await expect(page.getByText(/Квитанция № \d+/)).toHaveText(receipt ?? "");
  await expect(page.getByRole("button", { name: "Передать показания" })).toHaveCount(0);
});

test("the same file again has nothing to send", async ({ page, context }) => {
  await enter(context);
  await page.goto(`/readings/upload?contract=${CONTRACT}`);
  await page.locator("input[type=file]").setInputFiles(fill(template, 5));
  await send(page);
  await expect(count(page, "Без изменений")).toHaveText("1");
  await expect(page.getByText("Новых показаний в файле нет")).toBeVisible();
  await page.getByRole("link", { name: "Загрузить другой файл" }).click();
  await expect(page).toHaveURL(`/readings/upload?contract=${CONTRACT}`);
});

test("a wrong file is refused beside the field and the choice stays", async ({ page, context }) => {
  await enter(context);
  await page.goto(`/readings/upload?contract=${CONTRACT}`);
  const file = page.locator("input[type=file]");
  await file.setInputFiles({ name: "показания.xlsx", mimeType: XLSX, buffer: Buffer.from("не книга") });
  await send(page);
  await expect(page.locator("#file-error")).toHaveText("Это не книга Excel. Сохраните файл в формате .xlsx или .xls и загрузите снова");
  await expect(page.getByRole("combobox", { name: "Договор" })).toHaveValue(new RegExp(CONTRACT));
  await file.setInputFiles({ name: "большой.xlsx", mimeType: XLSX, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await expect(page.locator("#file-error")).toHaveText("Файл больше 10 МБ. Разделите его на части");
});

test("two tabs send once", async ({ page, context }) => {
  await enter(context);
  await page.goto(`/readings/upload?contract=${CONTRACT}`);
  await page.locator("input[type=file]").setInputFiles(fill(template, 6));
  await send(page);
  await expect(count(page, "К передаче")).toHaveText("1");
  const other = await context.newPage();
  await other.goto(page.url());
  await Promise.all([page, other].map((tab) => tab.getByRole("button", { name: "Передать показания" }).click()));
  const receipts = await Promise.all([page, other].map((tab) => tab.getByText(/Квитанция № \d+/).textContent()));
  expect(receipts[0]).toBe(receipts[1]);
});

test("a value sent by somebody else meanwhile is shown, and the file can be compared again", async ({ page, context }) => {
  await enter(context);
  const waiting = await context.newPage();
  for (const [tab, more] of [[waiting, 8], [page, 7]] as const) {
    await tab.goto(`/readings/upload?contract=${CONTRACT}`);
    await tab.locator("input[type=file]").setInputFiles(fill(template, more));
    await send(tab);
    await expect(count(tab, "К передаче")).toHaveText("1");
  }
  await page.getByRole("button", { name: "Передать показания" }).click();
  await expect(page.getByText("Показания сохранены")).toBeVisible();
  await waiting.getByRole("button", { name: "Передать показания" }).click();
  await expect(waiting.getByText("Пока вы проверяли файл, данные изменились. Ничего не передано")).toBeVisible();
  const before = waiting.url();
  await waiting.getByRole("button", { name: "Обновить предпросмотр" }).click();
  await expect(waiting).not.toHaveURL(before);
  await waiting.getByRole("button", { name: "Передать показания" }).click();
  await expect(waiting.getByText("Показания сохранены")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form goes the same way", async ({ page, context }) => {
    await enter(context);
    await page.goto(`/readings/upload?contract=${CONTRACT}`);
    await page.locator("input[type=file]").setInputFiles({ name: "показания.xlsx", mimeType: XLSX, buffer: Buffer.from("не книга") });
    await send(page);
    await expect(page.getByText(/Файл не удалось прочитать/)).toBeVisible();
    await page.locator("input[type=file]").setInputFiles(fill(template, 9));
    await send(page);
    await expect(count(page, "К передаче")).toHaveText("1");
    await page.getByRole("button", { name: "Передать показания" }).click();
    await expect(page.getByText("Показания сохранены")).toBeVisible();
  });
});
