import { describe, expect, it } from "vitest";
import { SWITCHES } from "@/sandbox/bank/faults";
import { openBank } from "../../../support/bank-client";

const count = async (bank: Awaited<ReturnType<typeof openBank>>) => (await bank.state()).payments.length;

describe("an answer that does not come", () => {
  it("500 before accepting: nothing is done", async () => {
    const bank = await openBank();
    await bank.command("", { switches: { error_before: { next: 1 } } });
    expect(await bank.create({}, "key")).toMatchObject({ status: 500, body: { type: "error", code: "internal_server_error" } });
    expect(await count(bank)).toBe(0);
    expect((await bank.create({}, "key")).status).toBe(200);
  });

  it("500 after accepting: the same key finds what was done", async () => {
    const bank = await openBank();
    bank.control.switches({ error_after: { next: 1 } });
    expect((await bank.create({}, "key")).status).toBe(500);
    expect(await count(bank)).toBe(1);
    expect((await bank.create({}, "key")).status).toBe(200);
    expect(await count(bank)).toBe(1);
  });

  it("connection cut before and after accepting", async () => {
    const bank = await openBank();
    bank.control.switches({ cut_before: { next: 1 } });
    await expect(bank.create({}, "key")).rejects.toThrow("fetch failed");
    expect(await count(bank)).toBe(0);
    bank.control.switches({ cut_after: { next: 1 } });
    await expect(bank.create({}, "key")).rejects.toThrow("fetch failed");
    expect(await count(bank)).toBe(1);
    expect((await bank.create({}, "key")).status).toBe(200);
    expect(await count(bank)).toBe(1);
  });

  it("202 without the object, but accepted", async () => {
    const bank = await openBank();
    bank.control.switches({ processing: { next: 1 } });
    expect(await bank.create({}, "key")).toMatchObject({ status: 202, body: { type: "processing", retry_after: 1800 } });
    expect(await count(bank)).toBe(1);
  });

  it("slow: accepted at once, answered late; slow_before: accepted late", async () => {
    const bank = await openBank();
    bank.control.switches({ slow: { ms: 1500, next: 1 } });
    let answered = false;
    const slow = bank.create().finally(() => (answered = true));
    await expect.poll(() => count(bank)).toBe(1);
    expect(answered).toBe(false);
    expect((await slow).status).toBe(200);
    bank.control.switches({ slow_before: { ms: 1500, next: 1 } });
    const late = bank.create();
    expect(await count(bank)).toBe(1);
    expect((await late).status).toBe(200);
    expect(await count(bank)).toBe(2);
  });
});

describe("a switch", () => {
  it("works on the operations it names, as often as it says", async () => {
    const bank = await openBank();
    const { id } = (await bank.create({ capture: false })).body;
    bank.control.pay(id);
    bank.control.switches({ error_before: [{ operation: ["get", "list"], next: 2 }, { operation: "capture" }, { operation: "refund", next: 1 }] });
    expect((await bank.create()).status).toBe(200);
    expect((await bank.get(`/v3/payments/${id}`)).status).toBe(500);
    expect((await bank.get("/v3/refunds")).status).toBe(500);
    expect((await bank.get("/v3/payments")).status).toBe(200);
    const capture = async () => (await bank.post(`/v3/payments/${id}/capture`, {})).status;
    expect(await capture()).toBe(500);
    expect(await capture()).toBe(500);
    expect((await bank.command("", { switches: { error_before: false } })).body).toEqual({ switches: {} });
    expect(await capture()).toBe(200);
  });

  it("reaches every operation", async () => {
    const bank = await openBank();
    const { id } = (await bank.create()).body;
    bank.control.switches({ error_before: true });
    const statuses = await Promise.all([
      bank.create(),
      bank.get("/v3/payments"),
      bank.get(`/v3/payments/${id}`),
      bank.post(`/v3/payments/${id}/capture`, {}),
      bank.post(`/v3/payments/${id}/cancel`, {}),
      bank.post("/v3/refunds", {}),
      bank.get("/v3/refunds"),
      bank.get("/v3/refunds/any"),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(Array(8).fill(500));
  });

  it("is shown with what is left of it, and all are known by name", async () => {
    const bank = await openBank();
    await bank.command("", { switches: { cut_after: { operation: "create", next: 2 }, slow: { ms: 1 } } });
    await expect(bank.create()).rejects.toThrow();
    const shown = (await (await fetch(`${bank.url}/control`)).json()) as object;
    expect(shown).toEqual({ switches: { cut_after: [{ operation: "create", next: 1 }], slow: [{ ms: 1 }] }, known: SWITCHES });
  });
});

describe("the control endpoint", () => {
  it("refuses what it does not know", async () => {
    const bank = await openBank();
    expect((await bank.command("", { switches: { typo: true } })).status).toBe(400);
    expect((await bank.command("", { switches: { slow: { milliseconds: 1 } } })).status).toBe(400);
    expect((await bank.command("/pay", { payment_id: "none" })).status).toBe(404);
    expect((await bank.command("/clock", { advance_ms: -1 })).status).toBe(400);
    expect((await bank.command("/other", {})).status).toBe(404);
    expect((await bank.ask("/control/pay")).status).toBe(405);
  });

  it("does not listen to a web page", async () => {
    const bank = await openBank();
    const ask = (headers: Record<string, string>) => bank.ask("/control/reset", { method: "POST", body: "{}", headers });
    expect((await ask({ "content-type": "text/plain" })).status).toBe(415);
    expect((await ask({ "content-type": "application/json", origin: "http://evil.test" })).status).toBe(404);
  });

  it("does over HTTP what it does in the process", async () => {
    const bank = await openBank();
    const { id } = (await bank.create({ capture: false, save_payment_method: true })).body;
    expect((await bank.command("/pay", { payment_id: id })).body.status).toBe("waiting_for_capture");
    const method = (await bank.post(`/v3/payments/${id}/capture`, {})).body.payment_method;
    expect((await bank.command("/refund-at-bank", { payment_id: id, amount: "1.00" })).body.status).toBe("succeeded");
    expect((await bank.command("/card", { payment_method_id: method?.id, outcome: "call_issuer" })).status).toBe(200);
    expect((await bank.create({ payment_method_id: method?.id })).body.cancellation_details?.reason).toBe("call_issuer");
    expect((await bank.command("/clock", { advance_ms: 3_600_000 })).body).toEqual({ now: "2026-11-21T10:00:00.000Z", frozen: true });
    expect((await bank.command("/settle", {})).status).toBe(200);
    expect((await bank.command("/reset", {})).status).toBe(200);
    expect(await bank.state()).toMatchObject({ now: "2026-11-21T09:00:00.000Z", payments: [], refunds: [], keys: 0 });
  });
});
