import { describe, expect, it } from "vitest";
import type { Switches } from "@/sandbox/bank/faults";
import { openBank, openShop } from "../../../support/bank-client";

const SECOND = 1000;
const HOUR = 3_600_000;

async function open(switches: Switches = {}, statuses: number[] = []) {
  const shop = await openShop(() => ({ status: statuses.shift() ?? 200 }));
  const bank = await openBank({ notifyUrl: shop.url });
  bank.control.switches(switches);
  const events = async () => {
    await bank.control.settle();
    return shop.heard().map(({ event }) => event);
  };
  return { bank, shop, events };
}

describe("a true notification", () => {
  it("carries the object as it was then", async () => {
    const { bank, shop, events } = await open();
    const { id } = (await bank.create()).body;
    expect(await events()).toEqual([]);
    const paid = bank.control.pay(id);
    expect(await events()).toEqual(["payment.succeeded"]);
    expect(shop.heard()).toEqual([{ type: "notification", event: "payment.succeeded", object: paid }]);
  });

  it("follows a hold, its capture, a cancellation, an expiry and a refund", async () => {
    const { bank, events } = await open();
    const held = (await bank.create({ capture: false })).body.id;
    bank.control.pay(held);
    await events();
    await bank.post(`/v3/payments/${held}/capture`, {});
    await events();
    bank.control.refundAtBank(held, "1.00");
    await events();
    await bank.create();
    bank.control.clock({ advanceMs: HOUR });
    await bank.get("/v3/payments");
    expect(await events()).toEqual(["payment.waiting_for_capture", "payment.succeeded", "refund.succeeded", "payment.canceled"]);
  });

  it("is repeated with growing pauses until it is answered with 200", async () => {
    const { bank, events } = await open({}, [500, 302, 202]);
    const { id } = (await bank.create()).body;
    bank.control.pay(id);
    const heardAfter = async (ms: number) => {
      bank.control.clock({ advanceMs: ms });
      return (await events()).length;
    };
    expect(await heardAfter(0)).toBe(1);
    expect(await heardAfter(2 * SECOND - 1)).toBe(1);
    expect(await heardAfter(1)).toBe(2);
    expect(await heardAfter(10 * SECOND - 1)).toBe(2);
    expect(await heardAfter(1)).toBe(3);
    expect(await heardAfter(60 * SECOND)).toBe(4);
    expect(await heardAfter(HOUR)).toBe(4);
    expect((await bank.state()).notifications).toMatchObject([{ state: "delivered", attempts: 4 }]);
  });

  it("is given up after a day", async () => {
    const { bank, events } = await open({}, Array<number>(100).fill(503));
    bank.control.pay((await bank.create()).body.id);
    for (let hours = 0; hours < 26; hours += 1) {
      await events();
      bank.control.clock({ advanceMs: HOUR });
    }
    const tried = (await events()).length;
    expect((await bank.state()).notifications).toMatchObject([{ state: "given_up", attempts: tried }]);
  });

  it("waits for a shop that is away, by the running clock", async () => {
    const shop = await openShop();
    const bank = await openBank({ notifyUrl: "http://127.0.0.1:9/", frozen: false });
    bank.control.pay((await bank.create()).body.id);
    await bank.control.settle();
    bank.control.notifyUrl(shop.url);
    await expect.poll(() => shop.heard().length, { timeout: 20_000 }).toBe(1);
  });
});

describe("a faulty notification", () => {
  it("lost: is never sent", async () => {
    const { bank, events } = await open({ notification_lost: { next: 1, event: "payment.succeeded" } });
    const { id } = (await bank.create()).body;
    bank.control.pay(id);
    bank.control.clock({ advanceMs: 24 * HOUR });
    expect(await events()).toEqual([]);
    bank.control.refundAtBank(id);
    expect(await events()).toEqual(["refund.succeeded"]);
  });

  it("doubled: comes twice", async () => {
    const { bank, events } = await open({ notification_doubled: { next: 1 } });
    bank.control.pay((await bank.create()).body.id);
    expect(await events()).toEqual(["payment.succeeded", "payment.succeeded"]);
  });

  it("reordered: comes after the next one", async () => {
    const { bank, events } = await open({ notification_reordered: { next: 1 } });
    const { id } = (await bank.create({ capture: false })).body;
    bank.control.pay(id);
    expect(await events()).toEqual([]);
    await bank.post(`/v3/payments/${id}/capture`, {});
    expect(await events()).toEqual(["payment.succeeded", "payment.waiting_for_capture"]);
  });

  it("reordered, but nothing follows: comes a little later", async () => {
    const { bank, events } = await open({ notification_reordered: { next: 1, ms: 500 } });
    bank.control.pay((await bank.create()).body.id);
    bank.control.clock({ advanceMs: 499 });
    expect(await events()).toEqual([]);
    bank.control.clock({ advanceMs: 1 });
    expect(await events()).toEqual(["payment.succeeded"]);
  });

  it("late: comes after its time", async () => {
    const { bank, events } = await open({ notification_late: { next: 1, ms: 60 * SECOND } });
    bank.control.pay((await bank.create()).body.id);
    bank.control.clock({ advanceMs: 59 * SECOND });
    expect(await events()).toEqual([]);
    bank.control.clock({ advanceMs: SECOND });
    expect(await events()).toEqual(["payment.succeeded"]);
  });

  it("forged: claims success of a payment that waits, and of an unknown one", async () => {
    const { bank, shop, events } = await open({ notification_forged: { next: 1 } });
    const { id } = (await bank.create()).body;
    expect(await events()).toEqual(["payment.succeeded", "payment.succeeded"]);
    const [known, unknown] = shop.heard().map(({ object }) => object);
    expect(known).toMatchObject({ id, status: "succeeded", paid: true, amount: { value: "1116218.00" } });
    expect((await bank.get(`/v3/payments/${id}`)).body).toMatchObject({ status: "pending", paid: false });
    expect((await bank.get(`/v3/payments/${unknown?.id ?? ""}`)).status).toBe(404);
  });

  it("forged at once, by the control endpoint", async () => {
    const { bank, shop, events } = await open();
    await bank.command("/forge", {});
    const { id } = (await bank.create()).body;
    await bank.command("/forge", { payment_id: id });
    expect(await events()).toHaveLength(2);
    expect(shop.heard().map(({ object }) => object.status)).toEqual(["succeeded", "succeeded"]);
    expect(shop.heard()[1]?.object.id).toBe(id);
  });
});
