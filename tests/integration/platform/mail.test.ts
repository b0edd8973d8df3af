import { beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { deliverMail, deliverQueuedMail, LEASE_MS, MAX_ATTEMPTS, pauseAfter } from "@/lib/platform/mail/deliver";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Delivery, MailTransport } from "@/lib/platform/mail/transport";

const clock = vi.hoisted(() => ({ at: new Date("2026-11-21T09:00:00Z") }));
vi.mock("@/lib/platform/clock", () => ({ now: () => new Date(clock.at) }));
vi.mock("@/lib/platform/log", () => ({
  log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  withLogFields: (_: object, run: () => unknown) => run(),
}));

const ACTOR = systemActor("job", "test");
const START = clock.at;

function wait(ms: number): void {
  clock.at = new Date(clock.at.getTime() + ms);
}

function letter(key: string) {
  return { key, recipient: "anna@example.com", subject: "Тема", text: "текст", html: "<p>текст</p>" };
}

async function queued(...keys: string[]): Promise<string[]> {
  await transact(ACTOR, async (tx) => {
    for (const key of keys) await queueMail(tx, letter(key));
    return { result: null, audit: [] };
  });
  const rows = await db.mail.findMany({ where: { key: { in: keys } }, orderBy: { key: "asc" } });
  return rows.map(({ id }) => id);
}

async function one(key: string): Promise<string> {
  const [id] = await queued(key);
  if (id === undefined) throw new Error("no letter");
  return id;
}

function answering(...answers: Delivery[]): MailTransport & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    send: ({ key }) => {
      sent.push(key);
      return Promise.resolve(answers.shift() ?? { ok: true, providerId: `p-${key}` });
    },
  };
}

const later: Delivery = { ok: false, permanent: false, reason: "421 try later, anna@example.com" };
const never: Delivery = { ok: false, permanent: true, reason: "550 no such user" };
const read = (id: string) => db.mail.findUniqueOrThrow({ where: { id } });

beforeEach(async () => {
  clock.at = START;
  await db.mail.deleteMany();
});

describe("queueMail", () => {
  it("queues a key once, in one transaction, later, and by two people at once", async () => {
    await queued("a", "a");
    await queued("a");
    await Promise.all([queued("b"), queued("b"), queued("b")]);
    const rows = await db.mail.findMany({ orderBy: { key: "asc" } });
    expect(rows.map(({ key, status, attempts }) => [key, status, attempts])).toEqual([
      ["a", "queued", 0],
      ["b", "queued", 0],
    ]);
  });

  it("leaves nothing when the change is taken back", async () => {
    const attempt = transact(ACTOR, async (tx) => {
      await queueMail(tx, letter("c"));
      throw new Error("no");
    });
    await expect(attempt).rejects.toThrow("no");
    expect(await db.mail.count()).toBe(0);
  });
});

describe("deliverMail", () => {
  it("sends a letter once and remembers the provider's name for it", async () => {
    const id = await one("a");
    const transport = answering();
    expect(await deliverMail(id, transport)).toBe("sent");
    expect(await deliverMail(id, transport)).toBe("not_due");
    expect(await deliverQueuedMail(transport)).toBe(0);
    expect(transport.sent).toEqual(["a"]);
    expect(await read(id)).toMatchObject({ status: "sent", attempts: 1, providerId: "p-a", sentAt: START, lastError: null });
  });

  it("ten workers at once send each of twenty letters once", async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `k${String(index).padStart(2, "0")}`);
    await queued(...keys);
    const transport = answering();
    await Promise.all(Array.from({ length: 10 }, () => deliverQueuedMail(transport)));
    expect(transport.sent.toSorted()).toEqual(keys);
    expect(await db.mail.count({ where: { status: "sent", attempts: 1 } })).toBe(20);
  });

  it("waits longer after each failure, and not less", async () => {
    const id = await one("a");
    const transport = answering(later, later);
    expect(await deliverMail(id, transport)).toBe("later");
    expect(await read(id)).toMatchObject({ status: "queued", lastError: "421 try later, a***@example.com" });
    wait(pauseAfter(1) - 1);
    expect(await deliverMail(id, transport)).toBe("not_due");
    wait(1);
    expect(await deliverMail(id, transport)).toBe("later");
    wait(pauseAfter(1));
    expect(await deliverMail(id, transport)).toBe("not_due");
    wait(pauseAfter(2) - pauseAfter(1));
    expect(await deliverQueuedMail(transport)).toBe(1);
    expect(await read(id)).toMatchObject({ status: "sent", attempts: 3, lastError: null });
  });

  it("gives up after the last attempt and at once on a final refusal", async () => {
    const [a = "", b = ""] = await queued("a", "b");
    expect(await deliverMail(b, answering(never))).toBe("failed");
    const transport = answering(...Array.from({ length: 20 }, () => later));
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await deliverMail(a, transport);
      wait(24 * 3600_000);
    }
    expect(transport.sent).toHaveLength(MAX_ATTEMPTS);
    expect(await db.mail.count({ where: { status: "failed" } })).toBe(2);
  });

  it("a letter of a worker that died between claim and send is sent by another, under the same key", async () => {
    const id = await one("a");
    const transport = answering();
    // The dead worker: its promise never settles and it writes nothing more.
    void deliverMail(id, { send: () => new Promise<Delivery>(() => undefined) });
    await vi.waitFor(async () => expect((await read(id)).status).toBe("sending"));
    expect(await deliverQueuedMail(transport)).toBe(0);
    wait(LEASE_MS);
    expect(await deliverQueuedMail(transport)).toBe(1);
    expect(transport.sent).toEqual(["a"]);
  });

  it("a worker that was taken for dead does not overwrite what came after", async () => {
    const id = await one("a");
    let finish: (delivery: Delivery) => void = () => undefined;
    const slow = deliverMail(id, { send: () => new Promise<Delivery>((resolve) => (finish = resolve)) });
    await vi.waitFor(async () => expect((await read(id)).status).toBe("sending"));
    wait(LEASE_MS);
    expect(await deliverMail(id, answering())).toBe("sent");
    finish(never);
    await slow;
    expect(await read(id)).toMatchObject({ status: "sent", providerId: "p-a" });
  });

  it("a letter that kills every worker ends, too", async () => {
    const id = await one("a");
    await db.mail.update({ where: { id }, data: { attempts: MAX_ATTEMPTS, status: "sending" } });
    const transport = answering();
    expect(await deliverMail(id, transport)).toBe("failed");
    expect(transport.sent).toEqual([]);
  });
});
