import { expect, test, type Page } from "@playwright/test";
import { ask } from "../support/ask";
import { enter } from "../support/enter";
import { CONTRACTS, cookieOf, persona, type PersonaName } from "../support/personas";

test.describe.configure({ mode: "parallel" });

/** Money and dates stand with spaces that do not break. */
const loose = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));
const cardOf = (page: Page, contract: string) => page.locator("section, article, .card").filter({ hasText: contract }).first();
const nav = (page: Page) => page.getByRole("navigation", { name: "Разделы" });

test("«Оплата» shows unpaid advances and their sum, and the paid advance beside it, not netted", async ({ page, context }) => {
  await enter(context, persona("accountant"));
  await page.goto("/payments");
  const card = cardOf(page, CONTRACTS.plant);
  await expect(card).toContainText("ООО «Северный завод»");
  await expect(card).toContainText(loose("1 116 218,00 ₽"));
  const row = (text: string) => card.getByRole("row").filter({ hasText: text });
  await expect(row("127000000011")).toContainText(loose("478 379,00 ₽"));
  await expect(row("127000000011")).toContainText("16.11.2026, просрочен");
  await expect(row("127000000012")).toContainText(loose("637 839,00 ₽"));
  await expect(row("127000000012")).toContainText("30.11.2026");
  await expect(row("127000000012")).not.toContainText("просрочен");
  await expect(row("Аванс оплаченный")).toContainText(loose("1 009 570,00 ₽"));
  await expect(page.locator("main")).toContainText(loose("к оплате сейчас 1 116 218,00 ₽"));
  await expect(page.locator("main")).not.toContainText(loose("106 648,00 ₽"));
});

test("a contract with nothing to pay says so, and several contracts are summed", async ({ page, context }) => {
  await enter(context, persona("administrator"));
  await page.goto("/payments");
  await expect(cardOf(page, CONTRACTS.office)).toContainText(loose("4 312,40 ₽Внести предоплату"));
  await expect(page.locator("main")).toContainText(loose("3 договора · к оплате сейчас 11 857 140,26 ₽"));
});

test("an engineer sees no money", async ({ page, context }) => {
  await enter(context, persona("restricted engineer"));
  await page.goto("/payments");
  await expect(page.locator("main")).toContainText("Счета и оплата по этому договору открыты бухгалтеру, руководителю и администратору");
  const source = await page.content();
  for (const figure of ["₽", "оплачивать нечего", "127000000011", "478379", "47837900"]) expect(source).not.toContain(figure);
});

const MENUS: [who: PersonaName, items: Record<string, RegExp>][] = [
  ["administrator", { Оплата: /^Оплата$/, Показания: /^Показания за /, История: /^История платежей$/ }],
  ["restricted engineer", { Оплата: /^Оплата$/, Показания: /^Показания за /, История: /^История показаний$/ }],
  ["reader", { Оплата: /^Оплата$/, Показания: /^Показания за /, История: /^История показаний$/ }],
  ["accountant", { Оплата: /^Оплата$/, История: /^История платежей$/ }],
  ["without contracts", { Оплата: /^Оплата$/ }],
  ["operator", { Договоры: /^Договоры$/, Показания: /^Переданные показания$/, Платежи: /^Платежи$/ }],
];

for (const [who, items] of MENUS) {
  test(`the menu of ${who} holds the sections that work, and opens each`, async ({ page, context }) => {
    await enter(context, persona(who));
    await page.goto(persona(who).kind === "staff" ? "/staff" : "/");
    await expect(page).toHaveURL(persona(who).home);
    await expect(nav(page).getByRole("link")).toHaveText(Object.keys(items));
    for (const [name, heading] of Object.entries(items)) {
      await nav(page).getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(nav(page).getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
    }
  });
}

test("what is missing or closed says so inside the shell, and leads on", async ({ page, context }) => {
  await enter(context, persona("accountant"));
  for (const [url, heading] of [
    [`/history/readings?contract=${CONTRACTS.absent}`, "Страница не найдена"],
    [`/history/readings?contract=${CONTRACTS.houses}`, "Страница не найдена"],
    [`/history/readings?contract=${CONTRACTS.plant}`, "Раздел закрыт"],
  ] as const) {
    await page.goto(url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(nav(page).getByRole("link", { name: "Оплата" })).toBeVisible();
    await page.getByRole("link", { name: "Перейти на главную" }).click();
    await expect(page).toHaveURL("/payments");
  }
});

test("a foreign contract and an absent one answer with the same page", async () => {
  const cookie = await cookieOf(persona("administrator"));
  const read = async (contract: string) =>
    (await (await ask(`/history/readings?contract=${contract}`, { cookie })).text()).replace(/<script.*?<\/script>|<head>.*?<\/head>/gs, "").replaceAll(contract, "");
  expect(await read(CONTRACTS.houses)).toBe(await read(CONTRACTS.absent));
});

test("staff find a contract by number, INN, client and member, and see its meters", async ({ page, context }) => {
  await enter(context, persona("operator"));
  for (const [search, contracts] of [
    ["00042", [CONTRACTS.network]],
    ["7801000012", [CONTRACTS.plant, CONTRACTS.office]],
    ["уютный", [CONTRACTS.houses]],
    ["READER@demo", [CONTRACTS.houses]],
    ["100%", []],
  ] as const) {
    await page.goto(`/staff?search=${encodeURIComponent(search)}`);
    await expect(page.getByRole("main").getByRole("link", { name: /^7801/ })).toHaveText([...contracts]);
  }
  await expect(page.getByText("Ничего не найдено")).toBeVisible();
  await page.getByLabel("Номер, ИНН, клиент или почта").fill(CONTRACTS.plant);
  await page.getByRole("button", { name: "Найти" }).click();
  await page.getByRole("link", { name: CONTRACTS.plant }).click();
  const meter = page.getByRole("row").filter({ hasText: "20300109" });
  await expect(meter).toContainText(loose("12 000"));
  await expect(meter).toContainText(loose("012 441,00"));
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("«История»: facility, meter, months, figures, and the same as a file", async ({ page, context }) => {
      await enter(context, persona("accountant"));
      await page.goto("/history/readings");
      await expect(page.getByText("Нет доступа: история показаний")).toBeVisible();
      await context.clearCookies();
      await enter(context, persona("restricted engineer"));
      await page.goto("/history/readings");
      const row = page.getByRole("table", { name: "Показания прибора 20300109" }).getByRole("row").filter({ hasText: "ктябрь 2026" });
      for (const cell of ["012 441,00", "Круглосуточная А+", "194 922,00 кВт·ч"]) await expect(row).toContainText(loose(cell));
      await page.getByRole("link", { name: /43984851/ }).click();
      await expect(page.getByRole("table", { name: "Показания прибора 43984851" })).toBeVisible();
      await page.getByLabel("С месяца").selectOption({ label: "сентябрь 2026" });
      await page.getByLabel("По месяц").selectOption({ label: "октябрь 2026" });
      await page.getByLabel("Энергообъект или прибор").fill("20300109");
      await page.getByRole("button", { name: "Показать" }).click();
      await expect(page).toHaveURL(/search=20300109&from=2026-09&to=2026-10/);
      await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Скачать xlsx" }).click()]);
      expect(file.suggestedFilename()).toBe(`readings-${CONTRACTS.plant}-2026-09-2026-10.xlsx`);
    });
  });
}
