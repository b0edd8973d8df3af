import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type GivenAnswer, type SeenRequest, startHttpStandIn } from "@/tests/support/http-stand-in";

let answer: (request: SeenRequest) => GivenAnswer = () => ({ status: 200 });
const bank = await startHttpStandIn((request) => answer(request));
vi.stubEnv("BANK_API_URL", `${bank.url}/v3/`);
vi.stubEnv("BANK_SHOP_ID", "shop");
vi.stubEnv("BANK_SECRET", "secret");
const { cancelBankPayment, createBankPayment, createBankRefund, getBankPayment, listBankPayments, listBankRefunds } = await import("@/lib/payments/gateway");

beforeEach(() => bank.seen.splice(0));
afterAll(bank.stop);

const OBJECT = {
  id: "2c5e-1",
  status: "succeeded",
  paid: true,
  amount: { value: "1116218.00", currency: "RUB" },
  refunded_amount: { value: "0.10", currency: "RUB" },
  metadata: { payment_id: "p1" },
  created_at: "2026-11-21T09:00:00.000Z",
  payment_method: {
    type: "bank_card",
    id: "m1",
    saved: true,
    title: "Bank card *4444",
    card: { first6: "220024", last4: "4444", expiry_month: "07", expiry_year: "2030", card_type: "Mir" },
  },
};
const ORDER = {
  amount: 111_621_800n,
  capture: true,
  description: "Оплата",
  metadata: { payment_id: "p1" },
  returnUrl: "https://cabinet.test/payments/return/p1",
  way: { type: "bank_card" as const, save: true },
  receipt: { email: "buh@demo.test", subject: "Оплата" },
};
const says = (status: number, body: unknown) => () => ({ status, body: JSON.stringify(body) });
const sent = () => JSON.parse(bank.seen[0]?.body.toString() ?? "{}") as Record<string, unknown>;

describe("a payment", () => {
  it("is asked for with the shop's name, the key and exact sums", async () => {
    answer = says(200, OBJECT);
    expect(await createBankPayment("key-1", ORDER)).toEqual({
      kind: "answer",
      object: {
        id: "2c5e-1",
        status: "succeeded",
        amount: 111_621_800n,
        refunded: 10n,
        currency: "RUB",
        metadata: { payment_id: "p1" },
        confirmationUrl: null,
        method: { id: "m1", saved: true, title: "Bank card *4444", card: { mask: "220024******4444", brand: "Mir", expiryMonth: 7, expiryYear: 2030 } },
        reason: null,
        createdAt: new Date("2026-11-21T09:00:00Z"),
      },
    });
    expect(bank.seen[0]).toMatchObject({ method: "POST", url: "/v3/payments", headers: { authorization: `Basic ${btoa("shop:secret")}`, "idempotence-key": "key-1" } });
    expect(sent()).toMatchObject({
      amount: { value: "1116218.00", currency: "RUB" },
      capture: true,
      confirmation: { type: "redirect", return_url: ORDER.returnUrl },
      payment_method_data: { type: "bank_card" },
      save_payment_method: true,
      receipt: { customer: { email: "buh@demo.test" }, items: [{ amount: { value: "1116218.00" }, quantity: "1.00" }] },
    });
  });

  it("by a saved card names its token and no page", async () => {
    answer = says(200, OBJECT);
    await createBankPayment("key-1", { ...ORDER, way: { token: "m1" } });
    expect(sent()).toMatchObject({ payment_method_id: "m1" });
    expect(Object.keys(sent())).not.toContain("confirmation");
  });

  it("that is the same twice is the same request", async () => {
    answer = says(200, OBJECT);
    await createBankPayment("key-1", ORDER);
    await createBankPayment("key-1", ORDER);
    expect(bank.seen[0]?.body).toEqual(bank.seen[1]?.body);
  });
});

describe("an answer", () => {
  const error = { type: "error", code: "invalid_request", parameter: "amount.value", description: "…" };
  const refused = { kind: "refused", status: 400, code: "invalid_request:amount.value" };

  it.each([
    [400, error, refused, refused],
    [404, { code: "not_found" }, { kind: "unknown", reason: "HTTP 404" }, { kind: "refused", status: 404, code: "not_found" }],
    [401, error, { kind: "unknown", reason: "HTTP 401" }, { kind: "unknown", reason: "HTTP 401" }],
    [429, error, { kind: "unknown", reason: "HTTP 429" }, { kind: "unknown", reason: "HTTP 429" }],
    [500, error, { kind: "unknown", reason: "HTTP 500" }, { kind: "unknown", reason: "HTTP 500" }],
    [202, { type: "processing" }, { kind: "unknown", reason: "HTTP 202" }, { kind: "unknown", reason: "HTTP 202" }],
    [200, { id: "x" }, { kind: "unknown", reason: "unreadable answer" }, { kind: "unknown", reason: "unreadable answer" }],
    [200, "<html>", { kind: "unknown", reason: "unreadable answer" }, { kind: "unknown", reason: "unreadable answer" }],
  ])("%s says of a payment what is certain and no more", async (status, body, created, read) => {
    answer = says(status, body);
    expect(await createBankPayment("key", ORDER)).toEqual(created);
    expect(await getBankPayment("2c5e-1")).toEqual(read);
  });

  it.each([
    ["a float", { ...OBJECT, amount: { value: "1116218", currency: "RUB" } }],
    ["an unknown status", { ...OBJECT, status: "paid" }],
    ["an address that is no web address", { ...OBJECT, confirmation: { confirmation_url: "javascript:alert(1)" } }],
  ])("with %s is not believed", async (_, body) => {
    answer = says(200, body);
    expect(await getBankPayment("2c5e-1")).toEqual({ kind: "unknown", reason: "unreadable answer" });
  });

  it("that leads elsewhere is not followed", async () => {
    answer = () => ({ status: 302, headers: { Location: "http://127.0.0.1:9/" } });
    expect(await getBankPayment("2c5e-1")).toEqual({ kind: "unknown", reason: "no connection" });
  });
});

describe("a list", () => {
  it("is read to its end", async () => {
    answer = ({ url }) => {
      const cursor = new URLSearchParams(url.split("?")[1]).get("cursor");
      return { status: 200, body: JSON.stringify({ items: [{ ...OBJECT, id: cursor ?? "first" }], ...(cursor !== "third" && { next_cursor: cursor === null ? "second" : "third" }) }) };
    };
    const list = await listBankPayments({ from: new Date(0), to: new Date(1) });
    expect(list.kind === "answer" && list.object.map(({ id }) => id)).toEqual(["first", "second", "third"]);
    expect(bank.seen[0]?.url).toBe("/v3/payments?created_at.gte=1970-01-01T00%3A00%3A00.000Z&created_at.lt=1970-01-01T00%3A00%3A00.001Z&limit=100");
  });

  it("that breaks off is no list", async () => {
    answer = ({ url }) => (url.includes("cursor") ? { status: 500 } : { status: 200, body: JSON.stringify({ items: [], next_cursor: "more" }) });
    expect(await listBankRefunds({ bankPaymentId: "b1" })).toEqual({ kind: "unknown", reason: "HTTP 500" });
  });
});

it("sends refunds and cancellations to their own addresses", async () => {
  answer = says(200, { id: "r1", payment_id: "b1", status: "succeeded", amount: { value: "0.30", currency: "RUB" }, created_at: "2026-11-21T09:00:00.000Z" });
  expect(await createBankRefund("key-2", { bankPaymentId: "b1", amount: 30n, description: "Возврат № 1" })).toMatchObject({ kind: "answer", object: { amount: 30n, paymentId: "b1" } });
  await cancelBankPayment("a/b", "key-3");
  expect(bank.seen.map(({ url, headers }) => [url, headers["idempotence-key"]])).toEqual([
    ["/v3/refunds", "key-2"],
    ["/v3/payments/a%2Fb/cancel", "key-3"],
  ]);
});
