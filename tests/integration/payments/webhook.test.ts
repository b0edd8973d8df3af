import { bank, bankIdOf, makeContract, makePayer, runJobs, start, stopStand } from "@/tests/support/payment-stand";
import { NextRequest } from "next/server";
import { afterAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/bank/route";
import { db } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { LIMITS } from "@/lib/platform/rate-limit";

afterAll(stopStand);

const post = (body: BodyInit) => POST(new NextRequest("http://localhost:3000/api/webhooks/bank", { method: "POST", body }));
const news = (object: object, event = "payment.succeeded") => JSON.stringify({ type: "notification", event, object });
const jobs = async () => (await pool.query<{ data: object }>("SELECT data FROM pgboss.job WHERE state = 'created' AND name LIKE 'payment%'")).rows.map(({ data }) => data);

describe("POST /api/webhooks/bank", () => {
  it("keeps the notification and wakes a job, and changes no money itself", async () => {
    const id = await start(await makePayer(await makeContract()), 10_000n);
    const response = await post(news({ id: bankIdOf(id), status: "succeeded", paid: true, amount: { value: "100.00", currency: "RUB" } }));
    expect(response.status).toBe(200);
    expect(await db.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "awaiting_user" });
    expect(await jobs()).toContainEqual({ paymentId: id });
    await runJobs();
    expect(await db.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "awaiting_user" });
  });

  it("about a payment whose answer was lost is known by our number", async () => {
    bank.control.switches({ cut_after: { operation: "create", next: 1 } });
    const id = await start(await makePayer(await makeContract()), 10_000n);
    await post(news({ id: bankIdOf(id), metadata: { payment_id: id } }));
    await runJobs();
    expect(await db.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "awaiting_user", bankId: bankIdOf(id) });
  });

  it("about nothing of ours is kept and wakes nobody", async () => {
    const id = await start(await makePayer(await makeContract()), 10_000n);
    await runJobs();
    for (const object of [{ id: "unknown-1" }, { id: "unknown-2", metadata: { payment_id: id } }, { id: "unknown-3", payment_id: "unknown-4" }]) {
      expect((await post(news(object))).status).toBe(200);
    }
    expect(await jobs()).toEqual([]);
    expect(await db.bankNotification.count({ where: { objectId: { startsWith: "unknown" }, paymentId: null } })).toBe(3);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["another type", JSON.stringify({ type: "ping" })],
    ["an event with other characters", news({ id: "1" }, "payment\u0000succeeded")],
    ["an id with other characters", news({ id: "1\u0000" })],
    ["a list", "[]"],
  ])("refuses %s", async (_, body) => {
    const before = await db.bankNotification.count();
    expect((await post(body)).status).toBe(400);
    expect(await db.bankNotification.count()).toBe(before);
  });

  it("does not read a body of any length", async () => {
    expect((await post("x".repeat(65 * 1024))).status).toBe(413);
  });

  it("says so when one address sends too many", async () => {
    await pool.query("UPDATE rate_limit SET points = $1 WHERE key LIKE 'webhook:%'", [LIMITS.webhook.points]);
    const response = await post(news({ id: "one-more" }));
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});
