import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { openBank, openShop } from "../../../support/bank-client";

const folder = mkdtempSync(join(tmpdir(), "amper-bank-"));
const stateFile = join(folder, "deep", "bank.json");

beforeEach(() => rmSync(stateFile, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const CARD = "2200000000000004";
const HOLD = { capture: false, save_payment_method: true };

it("brings back payments, refunds, cards, keys, clock and news not yet taken", async () => {
  const shop = await openShop();
  const before = await openBank({ stateFile, notifyUrl: "http://127.0.0.1:9/" });
  const first = await before.create(HOLD, "key-1");
  before.control.pay(first.body.id);
  const method = (await before.post(`/v3/payments/${first.body.id}/capture`, {})).body.payment_method;
  await before.post("/v3/refunds", { payment_id: first.body.id, amount: { value: "1.00", currency: "RUB" } });
  const open = (await before.create()).body.id;
  before.control.clock({ advanceMs: 60_000 });
  await before.control.settle();
  const { now, payments, refunds } = before.control.state();
  await before.stop();

  const after = await openBank({ stateFile, notifyUrl: shop.url });
  expect(JSON.stringify(after.control.state().payments)).toBe(JSON.stringify(payments).replaceAll(before.url, after.url));
  expect(after.control.state()).toMatchObject({ now, refunds });
  expect((await after.create(HOLD, "key-1")).body.id).toBe(first.body.id);
  expect((await after.create({ payment_method_id: method?.id })).body.status).toBe("succeeded");
  expect(after.control.pay(open)).toMatchObject({ status: "succeeded" });
  after.control.clock({ advanceMs: 60_000 });
  await after.control.settle();
  const events = shop.heard().map(({ event }) => event);
  const [paid, held, refunded] = ["payment.succeeded", "payment.waiting_for_capture", "refund.succeeded"];
  expect(events.toSorted()).toEqual([paid, paid, paid, held, refunded]);
});

it("has written what it answered before it answers, also to many at once", async () => {
  const bank = await openBank({ stateFile });
  const answers = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const { body } = await bank.create();
      return { id: body.id, written: readFileSync(stateFile, "utf8") };
    }),
  );
  for (const { id, written } of answers) expect(written).toContain(id);
  expect(readdirSync(join(folder, "deep"))).toEqual(["bank.json"]);
  expect(statSync(stateFile).mode & 0o777).toBe(0o600);
});

it("puts a broken file aside and starts empty", async () => {
  await (await openBank({ stateFile })).create();
  writeFileSync(stateFile, "{ broken");
  const lines: string[] = [];
  const bank = await openBank({ stateFile, log: (line) => lines.push(line) });
  expect((await bank.state()).payments).toEqual([]);
  expect(lines[0]).toContain("cannot be read");
  expect(existsSync(`${stateFile}.broken`)).toBe(true);
});

it("keeps no card number and no CVC in file, log, state, objects or notifications", async () => {
  const lines: string[] = [];
  const shop = await openShop();
  const bank = await openBank({ stateFile, notifyUrl: shop.url, log: (line) => lines.push(line) });
  const { id } = (await bank.create(HOLD)).body;
  const form = { number: "2200 0000 0000 0004", expiry: "09/30", csc: "973" };
  await bank.submit(`/pay/${id}/card`, { ...form, csc: "" });
  await bank.submit(`/pay/${id}/card?number=${CARD}`, form);
  const dumpWithChallenge = JSON.stringify(await bank.state());
  await bank.submit(`/pay/${id}/code`, { code: "1234" });
  await bank.control.settle();
  const saved = (await bank.get(`/v3/payments/${id}`)).body.payment_method;
  await bank.create({ payment_method_id: saved?.id });
  await bank.control.settle();
  const everything = [readFileSync(stateFile, "utf8"), lines.join("\n"), dumpWithChallenge, JSON.stringify(bank.control.state()), JSON.stringify(shop.heard())];
  for (const text of everything) {
    expect(text.length).toBeGreaterThan(100);
    expect(text.replace(/[\s-]/g, "")).not.toContain(CARD);
    expect(text).not.toMatch(/"973"|csc/);
  }
});
