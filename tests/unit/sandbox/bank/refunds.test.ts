import { expect, it } from "vitest";
import { openBank } from "../../../support/bank-client";

async function withPaid() {
  const bank = await openBank();
  const { id } = (await bank.create({ amount: { value: "100.00", currency: "RUB" } })).body;
  bank.control.pay(id);
  const refund = (value: string) => bank.post("/v3/refunds", { payment_id: id, amount: { value, currency: "RUB" }, description: "ошибка" });
  const rest = async () => {
    const { refundable, refunded_amount: refunded } = (await bank.get(`/v3/payments/${id}`)).body;
    return { refundable, refunded: refunded?.value };
  };
  return { bank, id, refund, rest };
}

it("returns money in parts and never more than was taken", async () => {
  const { bank, id, refund, rest } = await withPaid();
  const { status, body } = await refund("99.99");
  expect(status).toBe(200);
  expect(body).toEqual({
    id: body.id,
    payment_id: id,
    status: "succeeded",
    amount: { value: "99.99", currency: "RUB" },
    created_at: "2026-11-21T09:00:00.000Z",
    description: "ошибка",
  });
  expect((await bank.get(`/v3/refunds/${body.id}`)).body).toEqual(body);
  expect(await rest()).toEqual({ refundable: true, refunded: "99.99" });
  expect((await refund("0.02")).body).toMatchObject({ code: "invalid_request", parameter: "amount.value" });
  expect((await refund("0.01")).status).toBe(200);
  expect(await rest()).toEqual({ refundable: false, refunded: "100.00" });
});

it("lets only one of many take the last money", async () => {
  const { refund, rest } = await withPaid();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refund("60.00")));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await rest()).toEqual({ refundable: true, refunded: "60.00" });
});

it("refuses what was not paid or is not known", async () => {
  const { bank } = await withPaid();
  const { id } = (await bank.create()).body;
  for (const paymentId of [id, "none"]) {
    const { body } = await bank.post("/v3/refunds", { payment_id: paymentId, amount: { value: "1.00", currency: "RUB" } });
    expect(body).toMatchObject({ code: "invalid_request", parameter: "payment_id" });
  }
});

it("is made at the bank's own side too", async () => {
  const { bank, id, rest } = await withPaid();
  expect(bank.control.refundAtBank(id, "40.00")).toMatchObject({ payment_id: id, status: "succeeded", amount: { value: "40.00" } });
  expect(bank.control.refundAtBank(id)).toMatchObject({ amount: { value: "60.00" } });
  expect(await rest()).toEqual({ refundable: false, refunded: "100.00" });
});

it("waits or is refused when a switch says so; a waiting one already counts", async () => {
  const { bank, refund, rest } = await withPaid();
  bank.control.switches({ refund_pending: { next: 1, ms: 5000 } });
  const waiting = (await refund("70.00")).body;
  expect(waiting.status).toBe("pending");
  expect((await refund("40.00")).status).toBe(400);
  bank.control.clock({ advanceMs: 5000 });
  expect((await bank.get(`/v3/refunds/${waiting.id}`)).body.status).toBe("succeeded");
  bank.control.switches({ refund_canceled: { next: 1 } });
  expect((await refund("30.00")).body).toMatchObject({ status: "canceled", cancellation_details: { party: "payment_network" } });
  expect(await rest()).toEqual({ refundable: true, refunded: "70.00" });
});
