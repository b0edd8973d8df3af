import { describe, expect, it } from "vitest";
import { RETURN_URL, openBank } from "../../../../support/bank-client";

const CARD = { number: "2200 0000 0000 0004", expiry: "09/30", csc: "123" };
const HOLD = { capture: false, save_payment_method: true, amount: { value: "1.00", currency: "RUB" } };

async function open(extra: object = {}) {
  const bank = await openBank();
  const { id } = (await bank.create(extra)).body;
  const path = `/pay/${id}`;
  return {
    bank,
    path,
    card: (form: Partial<typeof CARD> = {}) => bank.submit(`${path}/card`, { ...CARD, ...form }),
    code: (code: string) => bank.submit(`${path}/code`, { code }),
    sbp: (answer: string) => bank.submit(`${path}/sbp`, { answer }),
    text: async (suffix = "") => (await bank.page(`${path}${suffix}`)).text(),
    payment: async () => (await bank.get(`/v3/payments/${id}`)).body,
  };
}

const goesTo = (answer: Response) => ({ status: answer.status, location: answer.headers.get("location") });

describe("the card page", () => {
  it("says what is paid, shows the demonstration cards and the way back, and needs no script", async () => {
    const { bank, path, text } = await open({ description: "Счёт <b>1</b>" });
    const page = await text();
    expect(page).toContain("1\u00a0116\u00a0218,00\u00a0₽");
    expect(page).toContain("Счёт &lt;b&gt;1&lt;/b&gt;");
    expect(page).toContain("2200 0000 0000 0012");
    expect(page).toContain(`<a class="back" href="${RETURN_URL}">Вернуться в магазин</a>`);
    expect(page).not.toContain("<script");
    const policy = (await bank.page(path)).headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; img-src data:; form-action 'self' http:\/\/shop\.test; /);
  });

  it("leads through the code back to the shop", async () => {
    const { path, card, code, text, payment } = await open();
    expect(goesTo(await card())).toEqual({ status: 303, location: `${path}/code` });
    const page = await text("/code");
    expect(page).toContain("Mir\u00a0••••\u00a00004");
    expect(page).toContain("верный код — 1234");
    expect((await payment()).status).toBe("pending");
    expect(goesTo(await code(" 1234 "))).toEqual({ status: 303, location: RETURN_URL });
    expect(await payment()).toMatchObject({ status: "succeeded", payment_method: { type: "bank_card", card: { first6: "220000", last4: "0004", expiry_month: "09", expiry_year: "2030", card_type: "Mir" } } });
    expect(goesTo(await card())).toEqual({ status: 303, location: RETURN_URL });
    expect(await text()).toContain("Оплачено");
  });

  it("takes a card that needs no code at once", async () => {
    const { card, payment } = await open();
    expect(goesTo(await card({ number: "4111111111111111" })).location).toBe(RETURN_URL);
    expect((await payment()).payment_method?.card?.card_type).toBe("Visa");
  });

  it.each([
    ["number", { number: "" }, "Введите номер карты"],
    ["number", { number: "2200 0000 0000 0005" }, "Такого номера не бывает"],
    ["number", { number: "2200" }, "от 16 до 19 цифр"],
    ["expiry", { expiry: "13/30" }, "Введите месяц и год"],
    ["expiry", { expiry: "10/26" }, "Срок действия карты истёк"],
    ["expiry", { expiry: "09/99" }, "Проверьте год"],
    ["csc", { csc: "12" }, "Введите три цифры"],
  ])("says beside %s what is wrong with %j and keeps the rest", async (field, form, words) => {
    const { card, payment } = await open();
    const answer = await card({ csc: "987", ...form });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain("<title>Ошибка: ");
    expect(page.slice(page.indexOf(`id="${field}-error"`))).toContain(words);
    expect(page).toContain(`value="${{ ...CARD, ...form }.expiry}"`);
    expect(page).toContain(`value="${{ ...CARD, ...form }.number}"`);
    expect(page).not.toContain("987");
    expect((await payment()).status).toBe("pending");
  });

  it("takes a card through the last day of its month", async () => {
    const { card } = await open();
    expect((await card({ expiry: "11/26" })).status).toBe(303);
  });

  it.each([
    ["2200000000000012", "insufficient_funds", "На карте недостаточно денег"],
    ["2200000000000020", "card_expired", "Срок действия карты истёк"],
    ["2200000000000038", "fraud_suspected", "похоже на мошенничество"],
    ["2200000000000046", "3d_secure_failed", "Не пройдена проверка 3-D Secure"],
  ])("refuses %s with %s and explains it", async (number, reason, words) => {
    const { path, card, code, text, payment } = await open();
    const { location } = goesTo(await card({ number }));
    if (location === `${path}/code`) expect(goesTo(await code("1234")).location).toBe(path);
    expect(await payment()).toMatchObject({ status: "canceled", cancellation_details: { reason } });
    const page = await text();
    expect(page).toContain(words);
    expect(page).toContain(`href="${RETURN_URL}"`);
  });

  it("gives up after three wrong codes", async () => {
    const { path, card, code, payment } = await open();
    await card();
    expect(await (await code("0000")).text()).toContain("Осталось попыток: 2");
    expect(await (await code("")).text()).toContain("Осталась 1 попытка");
    expect(goesTo(await code("1111")).location).toBe(path);
    expect((await payment()).cancellation_details).toEqual({ party: "payment_network", reason: "3d_secure_failed" });
  });

  it("asks for the card first when the code comes without it", async () => {
    const { path, bank, code } = await open();
    expect(goesTo(await bank.page(`${path}/code`)).location).toBe(path);
    expect(goesTo(await code("1234")).location).toBe(path);
  });

  it("lets two tabs pay once", async () => {
    const { bank, card, code } = await open();
    await card();
    const answers = await Promise.all([code("1234"), code("1234"), card({ number: "4111111111111111" })]);
    expect(answers.map((answer) => goesTo(answer).location)).toEqual([RETURN_URL, RETURN_URL, RETURN_URL]);
    expect((await bank.state()).payments).toHaveLength(1);
  });
});

describe("linking a card", () => {
  it("holds the money, saves the card and lets the shop cancel", async () => {
    const { bank, path, card, code, text, payment } = await open(HOLD);
    expect(await text()).toContain("Привязать карту");
    expect(await text()).not.toContain("СБП");
    await card();
    expect(goesTo(await code("1234")).location).toBe(RETURN_URL);
    const { id, status, payment_method: method } = await payment();
    expect({ status, saved: method?.saved }).toEqual({ status: "waiting_for_capture", saved: true });
    await bank.post(`/v3/payments/${id}/cancel`, {});
    expect(await text()).toContain("Магазин отменил платёж");
    expect((await bank.page(path)).status).toBe(200);
    expect((await bank.create({ payment_method_id: method?.id })).body.status).toBe("succeeded");
  });

  it("may save a card that has no money later", async () => {
    const { bank, card, code, payment } = await open(HOLD);
    await card({ number: "2200000000000053" });
    await code("1234");
    const { payment_method: method } = await payment();
    expect((await bank.create({ payment_method_id: method?.id })).body.cancellation_details?.reason).toBe("insufficient_funds");
  });

  it("saves nothing when the card is refused", async () => {
    const { bank, card, code, payment } = await open(HOLD);
    await card({ number: "2200000000000012" });
    await code("1234");
    expect((await payment()).payment_method?.saved).toBe(false);
    expect(await bank.state()).toMatchObject({ methods: [] });
  });
});

describe("the SBP page", () => {
  it("pays", async () => {
    const { text, sbp, payment } = await open({ payment_method_data: { type: "sbp" } });
    expect(await text()).toContain("Оплатить в приложении банка");
    expect(goesTo(await sbp("pay"))).toEqual({ status: 303, location: RETURN_URL });
    expect(await payment()).toMatchObject({ status: "succeeded", payment_method: { type: "sbp", title: "СБП" } });
  });

  it("refuses", async () => {
    const { path, sbp, payment } = await open({ payment_method_data: { type: "sbp" } });
    expect(goesTo(await sbp("refuse")).location).toBe(path);
    expect((await payment()).cancellation_details?.reason).toBe("general_decline");
  });

  it("ends on the bank's page when the shop named no way back", async () => {
    const { path, sbp, text } = await open({ payment_method_data: { type: "sbp" }, confirmation: { type: "qr" } });
    expect(goesTo(await sbp("pay")).location).toBe(path);
    expect(await text()).not.toContain("Вернуться в магазин");
  });

  it("stands beside the card page where the shop left the choice, and only there", async () => {
    const free = await open();
    expect(await free.text()).toContain(`${free.path}?way=sbp`);
    expect(await free.text("?way=sbp")).toContain("Отказаться");
    const named = await open({ payment_method_data: { type: "bank_card" } });
    expect(await named.text("?way=sbp")).not.toContain("Отказаться");
    expect(await (await named.sbp("pay")).text()).toContain("Номер карты");
    expect((await named.payment()).status).toBe("pending");
  });
});

it("knows no other page", async () => {
  const { bank } = await open();
  for (const path of ["/pay/none", "/pay/none/card", "/", "/pay"]) {
    const answer = await bank.page(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("Платёж не найден");
  }
});
