import * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { createAccount, endSession, openSession, passPassword } from "@/lib/auth/commands";
import { hashToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";
import type * as clock from "@/lib/platform/clock";
import { now } from "@/lib/platform/clock";

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});
vi.mock("@/lib/platform/clock", async (load) => {
  const real = await load<typeof clock>();
  return { ...real, now: vi.fn(real.now) };
});

const PASSWORD = "Demo-2026!";
const VISIT = { address: "192.0.2.1", userAgent: "vitest" };
const NAMES = { lastName: "Северова", firstName: "Ирина", middleName: null };
const moment = now();
const at = (seconds: number) => vi.mocked(now).mockReturnValue(new Date(moment.getTime() + seconds * 1000));

async function ticketOf(login: string, kind: "client" | "staff" = "client"): Promise<string> {
  const passed = await passPassword(kind, { login, password: PASSWORD });
  if (!passed.ok) throw new Error("the password did not pass");
  return passed.ticket;
}

let client: string;

beforeAll(async () => {
  const by = systemActor("job", "test");
  client = await createAccount(by, { ...NAMES, email: "client@test.test", staffRole: null, password: PASSWORD });
  await createAccount(by, { ...NAMES, email: "staff@test.test", staffRole: "operator", password: PASSWORD });
  const gone = await createAccount(by, { ...NAMES, email: "gone@test.test", staffRole: null, password: PASSWORD });
  await db.user.update({ where: { id: gone }, data: { disabledAt: moment } });
  // The first refusal of a process also makes the hash unknown accounts are compared with.
  await passPassword("client", { login: "nobody@test.test", password: PASSWORD });
});
beforeEach(() => {
  at(0);
  vi.mocked(argon2.verify).mockClear();
  vi.mocked(argon2.hash).mockClear();
});
afterAll(() => db.$disconnect());

describe("a password", () => {
  it.each([
    ["an unknown account", "client", "nobody@test.test", PASSWORD],
    ["a wrong password", "client", "client@test.test", "Wrong-2026!"],
    ["a disabled account", "client", "gone@test.test", PASSWORD],
    ["staff at the clients' door", "client", "staff@test.test", PASSWORD],
    ["a client at the staff's door", "staff", "client@test.test", PASSWORD],
  ] as const)("is refused for %s, with the work of one comparison", async (_, kind, login, password) => {
    const tickets = await db.ticket.count();
    expect(await passPassword(kind, { login, password })).toEqual({ ok: false });
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    expect(argon2.hash).not.toHaveBeenCalled();
    expect(await db.ticket.count()).toBe(tickets);
  });

  it("passes on each side for its own, with the same work", async () => {
    for (const [kind, login] of [["client", "client@test.test"], ["staff", "staff@test.test"]] as const) {
      vi.mocked(argon2.verify).mockClear();
      expect((await passPassword(kind, { login, password: PASSWORD })).ok).toBe(true);
      expect(argon2.verify).toHaveBeenCalledTimes(1);
    }
  });

  it("is compared by Argon2id with the parameters of OWASP", async () => {
    const { secret } = await db.credential.findFirstOrThrow({ where: { userId: client } });
    expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("leaves a line in the audit, never itself", async () => {
    const before = await db.auditEvent.count();
    await passPassword("client", { login: "client@test.test", password: "Wrong-2026!" });
    const events = await db.auditEvent.findMany({ skip: before, orderBy: { id: "asc" } });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([["password.fail", client]]);
    expect(JSON.stringify(events, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("Wrong");
  });
});

describe("a ticket", () => {
  it("becomes one session, however many redeem it at once", async () => {
    const ticket = await ticketOf("client@test.test");
    const tokens = await Promise.all(Array.from({ length: 20 }, () => openSession(ticket, VISIT)));
    const opened = tokens.filter((token) => token !== null);
    expect(opened).toHaveLength(1);
    expect(await openSession(ticket, VISIT)).toBeNull();
    const session = await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(opened[0] ?? "") } });
    expect(session).toMatchObject({ userId: client, address: VISIT.address, endedAt: null });
    expect(await db.session.count({ where: { userId: client } })).toBe(1);
  });

  it.each([
    [59.999, true],
    [60, false],
    [3600, false],
  ])("after %d s: works %s", async (seconds, works) => {
    const ticket = await ticketOf("client@test.test");
    at(seconds);
    expect((await openSession(ticket, VISIT)) !== null).toBe(works);
  });

  it("is made up: nothing", async () => {
    expect(await openSession("A".repeat(43), VISIT)).toBeNull();
    expect(await openSession("", VISIT)).toBeNull();
  });

  it("is kept as a hash alone, like the session's token", async () => {
    const ticket = await ticketOf("client@test.test");
    const token = (await openSession(ticket, VISIT)) ?? "";
    const kept = JSON.stringify([await db.ticket.findMany(), await db.session.findMany()]);
    expect(kept).not.toContain(ticket);
    expect(kept).not.toContain(token);
    expect(kept).toContain(hashToken(token));
    expect(token).toMatch(/^[\w-]{43}$/);
  });
});

describe("ending a session", () => {
  it("is written once", async () => {
    const token = (await openSession(await ticketOf("client@test.test"), VISIT)) ?? "";
    const { id } = await db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    await endSession(id);
    await endSession(id);
    expect((await db.session.findUniqueOrThrow({ where: { id } })).endedAt).toEqual(moment);
    expect(await db.auditEvent.count({ where: { action: "session.end", subjectId: id } })).toBe(1);
  });
});
