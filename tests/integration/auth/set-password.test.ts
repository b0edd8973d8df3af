import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { createAccount, inviteStaff, openSession, passPassword, removeExpired, setPasswordByTicket } from "@/lib/auth/commands";
import { db } from "@/lib/db/client";
import type * as clock from "@/lib/platform/clock";
import { now } from "@/lib/platform/clock";
import { closeJobs } from "@/lib/platform/jobs";

vi.mock("@/lib/platform/clock", async (load) => {
  const real = await load<typeof clock>();
  return { ...real, now: vi.fn(real.now) };
});

const OLD = "Demo-2026!";
const NEW = "Other-2027!";
const VISIT = { address: "192.0.2.1", userAgent: "vitest" };
const DAY = 24 * 3600;
const moment = now();
const at = (seconds: number) => vi.mocked(now).mockReturnValue(new Date(moment.getTime() + seconds * 1000));
const passes = async (login: string, password: string) => (await passPassword("staff", { login, password })).ok;

let number = 0;
let email: string;
beforeEach(() => {
  at(0);
  email = `chief${++number}@test.test`;
});
afterAll(async () => {
  await closeJobs();
  await db.$disconnect();
});

const invite = () => inviteStaff(email, "Орлов", "Дмитрий");

describe("an invitation of staff", () => {
  it("opens an account that has no password before", async () => {
    const token = await invite();
    expect(await passes(email, NEW)).toBe(false);
    expect(await setPasswordByTicket(token, NEW)).toBe(true);
    expect(await passes(email, NEW)).toBe(true);
    expect(await db.user.findUniqueOrThrow({ where: { email } })).toMatchObject({ kind: "staff", staffRole: "administrator", emailConfirmedAt: moment });
  });

  it.each([
    [DAY - 0.001, true],
    [DAY, false],
  ])("after %d s: works %s", async (seconds, works) => {
    const token = await invite();
    at(seconds);
    expect(await setPasswordByTicket(token, NEW)).toBe(works);
    expect(await passes(email, NEW)).toBe(works);
  });

  it("is used once, however many use it at once", async () => {
    const token = await invite();
    const done = await Promise.all(Array.from({ length: 5 }, (_, index) => setPasswordByTicket(token, `${NEW}${index}`)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await passes(email, `${NEW}${done.indexOf(true)}`)).toBe(true);
    expect(await db.credential.count({ where: { user: { email } } })).toBe(1);
  });

  it("is not for an address of a client", async () => {
    await createAccount(systemActor("job", "test"), { email, lastName: "Белова", firstName: "Марина", middleName: null, staffRole: null, password: OLD });
    await expect(invite()).rejects.toThrow("this address belongs to a client");
    expect(await db.ticket.count({ where: { user: { email } } })).toBe(0);
  });

  it("does not open a session, and a ticket of sign-in sets no password", async () => {
    const token = await invite();
    expect(await openSession(token, VISIT)).toBeNull();
    await setPasswordByTicket(token, OLD);
    const passed = await passPassword("staff", { login: email, password: OLD });
    expect(passed.ok && (await setPasswordByTicket(passed.ticket, NEW))).toBe(false);
    expect(await passes(email, OLD)).toBe(true);
  });
});

describe("a new password", () => {
  it("ends every session, other link and sign-in under way, and tells the owner without telling itself", async () => {
    await setPasswordByTicket(await invite(), OLD);
    const [first, second, other] = await Promise.all([passPassword("staff", { login: email, password: OLD }), passPassword("staff", { login: email, password: OLD }), invite()]);
    if (!first.ok || !second.ok) throw new Error("the password did not pass");
    await openSession(first.ticket, VISIT);
    expect(await setPasswordByTicket(await invite(), NEW)).toBe(true);
    expect(await db.session.count({ where: { user: { email }, endedAt: null } })).toBe(0);
    expect(await openSession(second.ticket, VISIT)).toBeNull();
    expect(await setPasswordByTicket(other, OLD)).toBe(false);
    expect([await passes(email, OLD), await passes(email, NEW)]).toEqual([false, true]);
    const letters = await db.mail.findMany({ where: { recipient: email } });
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters)).not.toContain(NEW);
  });
});

describe("cleaning", () => {
  it("removes tickets over for a day, and only them", async () => {
    await invite();
    await passPassword("staff", { login: email, password: OLD });
    const count = () => db.ticket.count({ where: { user: { email } } });
    at(2 * DAY);
    await removeExpired();
    expect(await count()).toBe(1);
    at(2 * DAY + 1);
    await removeExpired();
    expect(await count()).toBe(0);
  });
});
