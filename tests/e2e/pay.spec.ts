import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectBank, control, payByCard, SECURE_CODE, TEST_CARDS } from "../support/bank-pages";
import { enterAs, makeContract, type OwnContract } from "../support/own-contract";
import { makeBills, paymentsOf, settledOf } from "../support/own-money";
import { query } from "../support/stand-database";

test.describe.configure({ mode: "parallel" });

/** Money stands with spaces that do not break. */
const loose = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));
const TWO = [
  { dueOn: "2026-11-10", roubles: 1000 },
  { dueOn: "2026-11-25", roubles: 2500 },
];

async function open(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  const contract = await makeContract();
  const bills = await makeBills(contract, TWO);
  const [first = "", second = ""] = bills;
  const { context, userId } = await enterAs(browser, contract, { locale: "ru-RU", timezoneId: "Europe/Moscow", ...options });
  return { contract, first, second, context, userId, page: await context.newPage() };
}

const card = (page: Page, { number }: OwnContract) => page.getByRole("form", { name: `Оплата по договору ${number}` });
const sum = (page: Page) => page.getByLabel("К оплате, ₽");
const pay = (page: Page) => page.getByRole("button", { name: "Перейти к оплате" }).click();
const settles = (page: Page) => page.locator(".pay-preview li");
const toForm = (page: Page, { number }: OwnContract, more = "") => page.goto(`/payments/pay?contract=${number}${more}`);

async function expectSettled(contract: OwnContract, settled: Record<string, string>): Promise<void> {
  await expect.poll(() => settledOf(contract)).toEqual(settled);
}

for (const javaScriptEnabled of [true, false]) {
  test(`the whole debt by card, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ browser }) => {
    const { contract, first, second, page } = await open(browser, { javaScriptEnabled });
    await page.goto("/payments");
    await expect(card(page, contract)).toContainText(loose("3 500,00 ₽"));
    await expect(card(page, contract)).toContainText("10.11.2026, просрочен");
    await card(page, contract).getByRole("button", { name: "Оплатить" }).click();
    await expect(sum(page)).toHaveValue(loose("3 500,00"));
    await expect(settles(page)).toHaveText([loose(`Аванс № ${first}1 000,00 ₽`), loose(`Аванс № ${second}2 500,00 ₽`)]);
    await pay(page);
    await payByCard(page, TEST_CARDS.withoutCode);
    await expect(page.getByText("Оплата прошла")).toBeVisible();
    await expect(page.getByRole("row", { name: first })).toContainText(loose("1 000,00 ₽"));
    await expectSettled(contract, { [first]: "100000", [second]: "250000" });
    await page.getByRole("link", { name: "К счетам" }).click();
    await expect(page.getByText("Оплачивать нечего", { exact: true })).toBeVisible();
    expect(await paymentsOf(contract)).toMatchObject([{ status: "succeeded", amount: "350000", captured: "350000" }]);
  });
}

test("ticks choose what is paid, and all documents go together", async ({ browser }) => {
  const { contract, first, second, page } = await open(browser);
  await page.goto("/payments");
  const box = (name: string) => card(page, contract).getByRole("checkbox", { name });
  await box(first).uncheck();
  await expect(card(page, contract)).toContainText(loose("Выбрано к оплате2 500,00 ₽"));
  await box("Все документы").check();
  await expect(box(first)).toBeChecked();
  await box("Все документы").uncheck();
  await expect(card(page, contract).getByRole("button", { name: "Внести предоплату" })).toBeVisible();
  await box(second).check();
  await card(page, contract).getByRole("button", { name: "Оплатить" }).click();
  await expect(sum(page)).toHaveAttribute("readonly");
  await expect(sum(page)).toHaveValue(loose("2 500,00"));
  await expect(page.getByText("Сумма одного документа не меняется")).toBeVisible();
  await expect(page.getByLabel("Назначение")).toHaveValue(`Оплата по договору № ${contract.number} по счёту № ${second}`);
});

test("any sum: the oldest documents first, the rest ahead, and that is what happens", async ({ browser }) => {
  const { contract, first, second, page } = await open(browser);
  await toForm(page, contract);
  await sum(page).fill("1200,5");
  await expect(settles(page)).toHaveText([loose(`Аванс № ${first}1 000,00 ₽`), loose(`Аванс № ${second}частично, останется 2 299,50 ₽200,50 ₽`)]);
  await sum(page).blur();
  await expect(sum(page)).toHaveValue(loose("1 200,50"));
  await sum(page).fill("4 000.00");
  await expect(settles(page).last()).toHaveText(loose("Предоплатав счёт следующих счетов500,00 ₽"));
  await pay(page);
  await payByCard(page, TEST_CARDS.withCode, SECURE_CODE);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await expect(page.getByRole("row", { name: "Предоплата" })).toContainText(loose("500,00 ₽"));
  await expectSettled(contract, { [first]: "100000", [second]: "250000" });
  await page.goto("/payments");
  await expect(page.getByText("Предоплата, ещё не учтённая")).toBeVisible();
});

test("nonsense is refused beside its field and stays there; one sum in three spellings", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { contract, page } = await open(browser, { javaScriptEnabled });
    await toForm(page, contract);
    await sum(page).fill("сто рублей");
    await page.getByLabel("Отправить чек на").fill("бухгалтерия");
    await page.getByLabel("Назначение").fill("За ноябрь");
    await pay(page);
    const alert = page.getByRole("alert").filter({ hasText: "Платёж не начат" });
    await expect(alert.getByRole("link")).toHaveText([/Введите адрес/, /Введите сумму цифрами/]);
    await expect(sum(page)).toHaveValue("сто рублей");
    await expect(page.getByLabel("Отправить чек на")).toHaveValue("бухгалтерия");
    await expect(page.getByLabel("Назначение")).toHaveValue("За ноябрь");
    await expect(page.locator("#amount-error")).toHaveText(/Введите сумму цифрами/);
    expect(await paymentsOf(contract)).toEqual([]);
    if (!javaScriptEnabled) continue;
    for (const text of ["1 116 218,00", "1116218.00", "1 116 218"]) {
      await sum(page).fill(text);
      await expect(settles(page).last()).toContainText(loose("1 112 718,00 ₽"));
    }
  }
});

test("a limit of the bank is told before the bank is asked", async ({ browser }) => {
  const { contract, page } = await open(browser);
  await toForm(page, contract);
  await sum(page).fill("100 000 000,01");
  await expect(page.locator("#way-error")).toContainText(loose("не больше 100 000 000,00 ₽"));
  await page.getByRole("radio", { name: "СБП" }).check();
  await expect(page.locator("#way-error")).toBeHidden();
  await page.getByRole("radio", { name: "Банковская карта" }).check();
  await pay(page);
  await expect(page.getByRole("alert").filter({ hasText: "Платёж не начат" })).toContainText(loose("не больше 100 000 000,00 ₽"));
  expect(await paymentsOf(contract)).toEqual([]);
});

test("a refusal is told in words, and the same payment can be repeated", async ({ browser }) => {
  const { contract, first, page } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await pay(page);
  await payByCard(page, TEST_CARDS.poor, SECURE_CODE);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(page.getByText("На карте не хватает денег")).toBeVisible();
  await expectSettled(contract, {});
  await page.getByRole("link", { name: "Повторить" }).click();
  await expect(sum(page)).toHaveValue(loose("1 000,00"));
  await pay(page);
  await payByCard(page, TEST_CARDS.codeRefused, SECURE_CODE);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(page.getByText("Платёж не подтверждён кодом банка")).toBeVisible();
  expect((await paymentsOf(contract)).map(({ status }) => status)).toEqual(["canceled", "canceled"]);
});

test("who came back unpaid may go on; meanwhile nobody else can pay the same", async ({ browser }) => {
  const { contract, first, second, page } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await pay(page);
  await expectBank(page);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(page.getByText("Банк ждёт подтверждения оплаты")).toBeVisible();
  await expect(page.getByText(/до 12:15/)).toBeVisible();
  await page.goto("/payments");
  await expect(page.getByRole("row", { name: first })).toContainText("Вы уже начали оплату, до 12:15");

  const colleague = await enterAs(browser, contract);
  const other = await colleague.context.newPage();
  await other.goto("/payments");
  await expect(other.getByRole("row", { name: first })).toContainText("Оплачивает Временный Сотрудник, до 12:15");
  await toForm(other, contract, `&bill=${first}`);
  await expect(other.getByText(`№ ${first}: Оплачивает Временный Сотрудник, до 12:15`)).toBeVisible();
  await expect(other.getByRole("button", { name: "Перейти к оплате" })).toHaveCount(0);
  await toForm(other, contract);
  await expect(sum(other)).toHaveValue(loose("2 500,00"));
  await colleague.context.close();

  await page.getByRole("link", { name: "Продолжить" }).click();
  await page.getByRole("link", { name: "Перейти на страницу банка" }).click();
  await payByCard(page, TEST_CARDS.withoutCode);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await expectSettled(contract, { [first]: "100000" });
  await page.goto("/payments");
  await expect(card(page, contract).getByRole("row", { name: second })).toBeVisible();
  await expect(card(page, contract).getByRole("row", { name: first })).toHaveCount(0);
});

test("two pages of one debt: the second learns that it is being paid", async ({ browser }) => {
  const { contract, context, page } = await open(browser);
  const second = await context.newPage();
  await Promise.all([toForm(page, contract), toForm(second, contract)]);
  await pay(page);
  await expectBank(page);
  await pay(second);
  await expect(second.getByText(/Вы уже начали оплату/).first()).toBeVisible();
  await expect(second.getByRole("link", { name: "Продолжить" }).first()).toBeVisible();
  expect(await paymentsOf(contract)).toHaveLength(1);
});

test("a double click, a lost answer and a step back make one payment", async ({ browser }) => {
  const { contract, page } = await open(browser);
  await toForm(page, contract);
  let lost = 0;
  await page.route("**/payments/pay?*", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await pay(page);
  await expect(page.getByText("Ответ сервера не получен")).toBeVisible();
  expect(await paymentsOf(contract)).toHaveLength(1);
  await page.getByRole("button", { name: "Перейти к оплате" }).dblclick();
  await expectBank(page);
  expect(await paymentsOf(contract)).toHaveLength(1);
});

test("SBP: paid in the bank's application, or refused there", async ({ browser }) => {
  const { contract, first, second, page } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await page.getByRole("radio", { name: "СБП" }).check();
  await expect(page.getByLabel("Запомнить карту")).toBeHidden();
  await pay(page);
  await page.getByRole("button", { name: "Отказаться" }).click();
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(page.getByText("Оплата не прошла")).toBeVisible();
  await toForm(page, contract, `&bill=${second}`);
  await page.getByRole("radio", { name: "СБП" }).check();
  await pay(page);
  await page.getByRole("button", { name: "Оплатить в приложении банка" }).click();
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await expectSettled(contract, { [second]: "250000" });
});

test("a remembered card pays the next time without typing", async ({ browser }) => {
  const { contract, first, second, page } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await page.getByLabel("Запомнить карту").check();
  await pay(page);
  await payByCard(page, TEST_CARDS.withCode, SECURE_CODE);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await toForm(page, contract, `&bill=${second}`);
  await expect(page.getByRole("radio", { name: "Мир •••• 0004, до 12/30" })).toBeChecked();
  await pay(page);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await expect(page.getByText("Карта •••• 0004")).toBeVisible();
  await expectSettled(contract, { [first]: "100000", [second]: "250000" });
});

test("a browser that never returns: the bank's news ends the payment, and a letter tells it", async ({ browser }) => {
  const { contract, first, page, context, userId } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await pay(page);
  await expectBank(page);
  await context.close();
  const [started] = await paymentsOf(contract);
  expect(started?.status).toBe("awaiting_user");
  await control("/pay", { payment_id: started?.bank_id, outcome: "succeeded" });
  await expect.poll(async () => (await paymentsOf(contract))[0]?.status).toBe("succeeded");
  await expectSettled(contract, { [first]: "100000" });
  const mails = () => query<{ subject: string }>("SELECT subject FROM mails JOIN users ON users.email = recipient WHERE users.id = $1", [userId]);
  await expect.poll(async () => (await mails()).map(({ subject }) => subject).join()).toMatch(loose("1 000,00 ₽ прошёл"));
});

test("while the bank's answer is unknown the page says so, and changes by itself", async ({ browser }) => {
  const { contract, first, page } = await open(browser);
  await toForm(page, contract, `&bill=${first}`);
  await pay(page);
  await expectBank(page);
  const [started] = await paymentsOf(contract);
  await query("UPDATE payments SET status = 'unknown', version = version + 1 WHERE id = $1", [started?.id]);
  await page.goto(`/payments/result/${started?.id}`);
  await expect(page.getByText("Банк ещё не ответил")).toBeVisible();
  await expect(page.getByText("Банк ждёт подтверждения оплаты")).toBeVisible();
  await control("/pay", { payment_id: started?.bank_id, outcome: "succeeded" });
  await expect(page.getByText("Оплата прошла")).toBeVisible();
});

test("without a confirmed e-mail the way to confirm it stands instead of the button", async ({ browser }) => {
  const { contract, page, userId } = await open(browser);
  await query("UPDATE users SET email_confirmed_at = NULL WHERE id = $1", [userId]);
  await toForm(page, contract);
  await expect(page.getByText("не подтверждён", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Перейти к оплате" })).toHaveCount(0);
});

test("prepayment where nothing is to pay", async ({ browser }) => {
  const contract = await makeContract();
  const { context } = await enterAs(browser, contract);
  const page = await context.newPage();
  await page.goto("/payments");
  await page.getByRole("link", { name: "Внести предоплату" }).click();
  await expect(sum(page)).toHaveValue("");
  await sum(page).fill("250");
  await expect(settles(page)).toHaveText([loose("Предоплатав счёт следующих счетов250,00 ₽")]);
  await pay(page);
  await payByCard(page, TEST_CARDS.withoutCode);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  expect(await paymentsOf(contract)).toMatchObject([{ status: "succeeded", captured: "25000" }]);
});

test("the way of a payment is whole in both themes and on a phone", async ({ browser }) => {
  const { contract, page } = await open(browser);
  const look = async () => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).setLegacyMode().analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
      }
    }
  };
  await page.goto("/payments");
  await look();
  await toForm(page, contract);
  await look();
  await sum(page).fill("сто");
  await pay(page);
  await expect(page.locator("#amount-error")).toBeVisible();
  await look();
  await sum(page).fill("5000");
  await pay(page);
  await page.getByRole("link", { name: "Вернуться в магазин" }).click();
  await expect(page.getByText("Банк ждёт подтверждения оплаты")).toBeVisible();
  await look();
  await page.goto("/payments");
  await look();
  await page.getByRole("link", { name: "Продолжить" }).first().click();
  await page.getByRole("link", { name: "Перейти на страницу банка" }).click();
  await payByCard(page, TEST_CARDS.withoutCode);
  await expect(page.getByText("Оплата прошла")).toBeVisible();
  await look();
});
