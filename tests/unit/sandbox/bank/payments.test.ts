import { describe, expect, it } from "vitest";
import { RETURN_URL, openBank } from "../../../support/bank-client";

const HOUR = 3_600_000;
const HOLD = { capture: false, amount: { value: "1.00", currency: "RUB" }, save_payment_method: true };
const RECEIPT = {
  customer: { email: "anna@demo.test" },
  items: [{ description: "Электроэнергия", quantity: "2.000", amount: { value: "50.00", currency: "RUB" }, vat_code: 4 }],
};

describe("creating", () => {
  it("answers a pending payment of the documented shape", async () => {
    const bank = await openBank();
    const { status, body } = await bank.create();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      status: "pending",
      paid: false,
      amount: { value: "1116218.00", currency: "RUB" },
      confirmation: { type: "redirect", return_url: RETURN_URL, confirmation_url: `${bank.url}/pay/${body.id}` },
      created_at: "2026-11-21T09:00:00.000Z",
      description: "Счёт № 127000000011",
      metadata: { attempt: "a1" },
      recipient: { account_id: "demo-shop", gateway_id: "1" },
      refundable: false,
      test: true,
    });
    expect((await bank.get(`/v3/payments/${body.id}`)).body).toEqual(body);
  });

  it("gives an SBP payment its link as data for a QR code", async () => {
    const bank = await openBank();
    const { body } = await bank.create({ payment_method_data: { type: "sbp" }, confirmation: { type: "qr" } });
    expect(body.confirmation).toEqual({ type: "qr", confirmation_data: `${bank.url}/pay/${body.id}` });
  });

  it.each([
    ["amount.value", { amount: { value: "10", currency: "RUB" } }],
    ["amount.value", { amount: { value: "0.00", currency: "RUB" } }],
    ["amount.value", { amount: { value: 10, currency: "RUB" } }],
    ["amount.currency", { amount: { value: "10.00", currency: "USD" } }],
    ["description", { description: "я".repeat(129) }],
    ["metadata.a", { metadata: { a: 1 } }],
    ["confirmation", { confirmation: undefined }],
    ["confirmation.return_url", { confirmation: { type: "redirect", return_url: "javascript:alert(1)" } }],
    ["payment_method_data.type", { payment_method_data: { type: "cash" } }],
    ["payment_method_data.type", { payment_method_data: { type: "sbp" }, capture: false }],
    ["payment_method_id", { payment_method_id: "unknown" }],
    ["receipt.items", { receipt: RECEIPT }],
  ])("names %s as the wrong parameter of %j", async (parameter, extra) => {
    const bank = await openBank();
    const { status, body } = await bank.create(extra);
    expect(status).toBe(400);
    expect(body).toMatchObject({ type: "error", code: "invalid_request", parameter });
    expect((await bank.state()).payments).toEqual([]);
  });

  it("takes a receipt that adds up and registers it with the payment", async () => {
    const bank = await openBank();
    const { body } = await bank.create({ amount: { value: "100.00", currency: "RUB" }, receipt: RECEIPT });
    expect(body.receipt_registration).toBe("pending");
    expect(bank.control.pay(body.id)).toMatchObject({ receipt_registration: "succeeded" });
  });

  it("keeps to the limit of each way to pay when there is one", async () => {
    const bank = await openBank({ limits: { bank_card: 350_000_00n, sbp: 700_000_00n } });
    const ask = async (value: string, type?: string) =>
      (await bank.create({ amount: { value, currency: "RUB" }, ...(type !== undefined && { payment_method_data: { type } }) })).status;
    expect(await ask("350000.00", "bank_card")).toBe(200);
    expect(await ask("350000.01", "bank_card")).toBe(400);
    expect(await ask("700000.00", "sbp")).toBe(200);
    expect(await ask("700000.01", "sbp")).toBe(400);
    expect(await ask("700000.00")).toBe(200);
    expect(await ask("700000.01")).toBe(400);
  });
});

describe("ending", () => {
  it("goes straight to succeeded when capture was asked for", async () => {
    const bank = await openBank();
    const { body } = await bank.create();
    expect(bank.control.pay(body.id)).toMatchObject({
      status: "succeeded",
      paid: true,
      refundable: true,
      captured_at: "2026-11-21T09:00:00.000Z",
      refunded_amount: { value: "0.00" },
      payment_method: { type: "bank_card", saved: false, status: "inactive", title: "Bank card *0004", card: { first6: "220000", last4: "0004", card_type: "Mir" } },
    });
    expect((await bank.get(`/v3/payments/${body.id}`)).body.confirmation).toBeUndefined();
  });

  it("holds, then captures the whole or a part", async () => {
    const bank = await openBank();
    const whole = (await bank.create({ capture: false })).body;
    expect(bank.control.pay(whole.id)).toMatchObject({ status: "waiting_for_capture", paid: true, expires_at: "2026-11-28T09:00:00.000Z" });
    expect((await bank.post(`/v3/payments/${whole.id}/capture`, {})).body).toMatchObject({ status: "succeeded", amount: { value: "1116218.00" } });
    const part = (await bank.create({ capture: false })).body;
    bank.control.pay(part.id);
    const capture = (value: string) => bank.post(`/v3/payments/${part.id}/capture`, { amount: { value, currency: "RUB" } });
    expect((await capture("1116218.01")).body.parameter).toBe("amount.value");
    expect((await capture("1.50")).body).toMatchObject({ status: "succeeded", amount: { value: "1.50" } });
    expect((await capture("1.50")).status).toBe(400);
  });

  it("cancels a hold at the shop's word and nothing else", async () => {
    const bank = await openBank();
    const { id } = (await bank.create(HOLD)).body;
    const cancel = () => bank.post(`/v3/payments/${id}/cancel`, {});
    expect((await cancel()).status).toBe(400);
    bank.control.pay(id);
    expect((await cancel()).body).toMatchObject({ status: "canceled", paid: false, cancellation_details: { party: "merchant", reason: "canceled_by_merchant" } });
    expect((await cancel()).status).toBe(400);
    expect((await bank.post(`/v3/payments/${id}/capture`, {})).status).toBe(400);
  });

  it("gives up what nobody paid within an hour and what nobody captured within a week", async () => {
    const bank = await openBank();
    const unpaid = (await bank.create()).body;
    const held = (await bank.create({ capture: false })).body;
    bank.control.pay(held.id);
    bank.control.clock({ advanceMs: HOUR - 1 });
    expect((await bank.get(`/v3/payments/${unpaid.id}`)).body.status).toBe("pending");
    bank.control.clock({ advanceMs: 1 });
    expect((await bank.get(`/v3/payments/${unpaid.id}`)).body.cancellation_details).toEqual({ party: "yoo_money", reason: "expired_on_confirmation" });
    expect((await bank.get(`/v3/payments/${held.id}`)).body.status).toBe("waiting_for_capture");
    bank.control.clock({ advanceMs: 7 * 24 * HOUR });
    expect((await bank.get(`/v3/payments/${held.id}`)).body.cancellation_details).toEqual({ party: "yoo_money", reason: "expired_on_capture" });
    expect(() => bank.control.pay(unpaid.id)).toThrow();
    expect(bank.control.pay(unpaid.id, "succeeded", { late: true })).toMatchObject({ status: "succeeded" });
  });

  it("names who refused and why", async () => {
    const bank = await openBank();
    const { id } = (await bank.create()).body;
    expect(bank.control.pay(id, "insufficient_funds")).toMatchObject({
      status: "canceled",
      paid: false,
      refundable: false,
      cancellation_details: { party: "payment_network", reason: "insufficient_funds" },
    });
  });
});

describe("a saved card", () => {
  async function withSaved() {
    const bank = await openBank();
    const { id } = (await bank.create(HOLD)).body;
    bank.control.pay(id);
    const { payment_method: method } = (await bank.post(`/v3/payments/${id}/cancel`, {})).body;
    if (method === undefined) throw new Error("nothing was saved");
    return { bank, method, charge: (extra: object = {}) => bank.create({ payment_method_id: method.id, confirmation: undefined, ...extra }) };
  }

  it("stays after its hold is canceled and pays without a page", async () => {
    const { method, charge } = await withSaved();
    expect(method).toMatchObject({ saved: true, status: "active", type: "bank_card" });
    const paid = (await charge()).body;
    expect(paid).toMatchObject({ status: "succeeded", payment_method: method });
    expect((await charge({ capture: false })).body.status).toBe("waiting_for_capture");
  });

  it("is refused as it was told, and after its last month", async () => {
    const { bank, method, charge } = await withSaved();
    bank.control.card(method.id, "insufficient_funds");
    expect((await charge()).body).toMatchObject({ status: "canceled", cancellation_details: { reason: "insufficient_funds" } });
    bank.control.card(method.id, "succeeded");
    bank.control.clock({ advanceMs: 10 * 365 * 24 * HOUR });
    expect((await charge()).body.cancellation_details?.reason).toBe("card_expired");
  });
});

describe("the door", () => {
  it("opens only to the shop", async () => {
    const bank = await openBank();
    const wrong = await bank.ask("/v3/payments", { headers: { authorization: `Basic ${Buffer.from("demo-shop:other").toString("base64")}` } });
    expect({ status: wrong.status, code: wrong.body.code }).toEqual({ status: 401, code: "invalid_credentials" });
  });

  it("tells a missing object, a wrong method and a broken body apart", async () => {
    const bank = await openBank();
    const statusOf = async (path: string, init?: RequestInit) => (await bank.ask(path, init)).status;
    expect(await statusOf("/v3/payments/none")).toBe(404);
    expect(await statusOf("/v3/refunds/none")).toBe(404);
    expect(await statusOf("/v3/other")).toBe(404);
    expect(await statusOf("/v3/refunds", { method: "DELETE" })).toBe(405);
    expect(await statusOf("/v3/payments", { method: "POST", body: "{}", headers: { "content-type": "text/plain" } })).toBe(415);
    expect(await statusOf("/v3/payments", { method: "POST", body: "{", headers: { "content-type": "application/json" } })).toBe(400);
    expect(await statusOf("/v3/payments", { method: "POST", body: "x".repeat(300_000), headers: { "content-type": "application/json" } })).toBe(400);
  });
});
