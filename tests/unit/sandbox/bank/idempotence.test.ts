import { expect, it } from "vitest";
import { openBank, paymentBody } from "../../../support/bank-client";

const DAY = 24 * 3_600_000;

it("gives twenty parallel requests of one key one payment", async () => {
  const bank = await openBank();
  bank.control.switches({ slow_before: { ms: 20, operation: "create", next: 7 } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => bank.create({}, "key-1")));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await bank.state()).toMatchObject({ keys: 1, payments: [{ id: answers[0]?.body.id }] });
});

it("answers a repeat as it answered first, whatever happened meanwhile and however the body is ordered", async () => {
  const bank = await openBank();
  const first = (await bank.create({}, "key-1")).body;
  bank.control.pay(first.id);
  const { amount, ...rest } = paymentBody();
  const again = (await bank.post("/v3/payments", { ...rest, amount: { currency: amount.currency, value: amount.value } }, "key-1")).body;
  expect(again).toEqual(first);
});

it("refuses a key that is used for something else", async () => {
  const bank = await openBank();
  const { id } = (await bank.create({}, "key-1")).body;
  bank.control.pay(id);
  for (const refused of [
    await bank.create({ amount: { value: "1.00", currency: "RUB" } }, "key-1"),
    await bank.post("/v3/refunds", { payment_id: id, amount: { value: "1.00", currency: "RUB" } }, "key-1"),
  ]) {
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "error", code: "invalid_request", description: "Idempotence key duplicated", parameter: "Idempotence-Key" },
    });
  }
});

it("wants a key of 1 to 64 characters for every change", async () => {
  const bank = await openBank();
  const { id } = (await bank.create({}, "x".repeat(64))).body;
  for (const path of ["/v3/payments", `/v3/payments/${id}/capture`, `/v3/payments/${id}/cancel`, "/v3/refunds"]) {
    for (const key of ["", "x".repeat(65)]) expect((await bank.post(path, paymentBody(), key)).body.parameter).toBe("Idempotence-Key");
  }
});

it("does one capture, cancel and refund for one key", async () => {
  const bank = await openBank();
  const { id } = (await bank.create({ capture: false })).body;
  bank.control.pay(id);
  const capture = () => bank.post(`/v3/payments/${id}/capture`, {}, "capture");
  expect(await capture()).toEqual(await capture());
  const refund = () => bank.post("/v3/refunds", { payment_id: id, amount: { value: "5.00", currency: "RUB" } }, "refund");
  expect(await refund()).toEqual(await refund());
  expect(await bank.state()).toMatchObject({ refunds: [{ amount: { value: "5.00" } }], payments: [{ refunded_amount: { value: "5.00" } }] });
});

it("does not remember a refusal, and forgets an answer after a day", async () => {
  const bank = await openBank();
  expect((await bank.create({ description: "я".repeat(200) }, "key-1")).status).toBe(400);
  const first = (await bank.create({}, "key-1")).body;
  bank.control.clock({ advanceMs: DAY - 1 });
  expect((await bank.create({}, "key-1")).body.id).toBe(first.id);
  bank.control.clock({ advanceMs: 1 });
  expect((await bank.create({}, "key-1")).body.id).not.toBe(first.id);
});
