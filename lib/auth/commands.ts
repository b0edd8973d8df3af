import "server-only";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { INVITE_TICKET_MS, SESSION_SECONDS, SIGN_IN_TICKET_MS } from "@/lib/auth/constants";
import { passwordSetLetter } from "@/lib/auth/letters";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import type { StaffRole } from "@/lib/auth/permissions";
import type { SignInInput } from "@/lib/auth/schema";
import { hashToken, newToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { queueMail } from "@/lib/platform/mail/queue";

const doorman = systemActor("job", "sign-in");

export type Visit = { address: string | null; userAgent: string | null };

/** Checks the password; a known and an unknown account cost the same. The ticket is the only thing a session is made from. */
export async function passPassword(
  kind: "client" | "staff",
  input: SignInInput,
): Promise<{ ok: true; ticket: string } | { ok: false }> {
  const user = await db.user.findFirst({
    where: { kind, disabledAt: null, OR: [{ email: input.login }, { login: input.login }] },
    select: { id: true, credentials: { where: { kind: "password" }, select: { secret: true } } },
  });
  const matches = await verifyPassword(user?.credentials[0]?.secret ?? null, input.password);
  if (!user || !matches) {
    if (user) await recordFailure(user.id);
    return { ok: false };
  }
  const ticket = await transact(doorman, async (tx) => ({
    result: await issueTicket(tx, user.id, "sign_in", SIGN_IN_TICKET_MS),
    audit: [{ action: "password.pass", subject: { kind: "user", id: user.id } }],
  }));
  return { ok: true, ticket };
}

async function recordFailure(userId: string): Promise<void> {
  await transact(doorman, async () => ({
    result: undefined,
    audit: [{ action: "password.fail", subject: { kind: "user", id: userId } }],
  }));
}

async function issueTicket(
  tx: Tx,
  userId: string,
  purpose: "sign_in" | "set_password",
  lifetime: number,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + lifetime);
  await tx.ticket.create({ data: { tokenHash: hashToken(token), userId, purpose, expiresAt } });
  return token;
}

/** Conditional on being unused and in time, so that of two redeemers one wins. */
async function spendTicket(tx: Tx, token: string, purpose: "sign_in" | "set_password"): Promise<string | null> {
  const at = now();
  const spent = await tx.ticket.updateManyAndReturn({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { userId: true },
  });
  return spent[0]?.userId ?? null;
}

/** @returns the session's token for the cookie, or null when the ticket is spent, late or made up. */
export async function openSession(ticket: string, visit: Visit): Promise<string | null> {
  return transact(doorman, async (tx) => {
    const userId = await spendTicket(tx, ticket, "sign_in");
    if (!userId) return { result: null, audit: [] };
    const token = newToken();
    const createdAt = now();
    const session = await tx.session.create({
      data: {
        tokenHash: hashToken(token),
        userId,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + SESSION_SECONDS * 1000),
        address: visit.address,
        userAgent: visit.userAgent?.slice(0, 400) ?? null,
      },
    });
    return { result: token, audit: [{ action: "session.open", subject: { kind: "session", id: session.id }, after: { userId } }] };
  });
}

export async function endSession(sessionId: string): Promise<void> {
  await transact(doorman, async (tx) => {
    const { count } = await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now() } });
    return { result: undefined, audit: count ? [{ action: "session.end", subject: { kind: "session", id: sessionId } }] : [] };
  });
}

/** Creates a staff account without a password. @returns the token of its one-time link. */
export async function inviteStaff(email: string, lastName: string, firstName: string): Promise<string> {
  return transact(doorman, async (tx) => {
    const user = await tx.user.upsert({
      where: { email },
      create: { kind: "staff", staffRole: "administrator", email, emailConfirmedAt: now(), lastName, firstName, createdAt: now() },
      update: {},
    });
    if (user.kind !== "staff") throw new Error("this address belongs to a client: name another one");
    const token = await issueTicket(tx, user.id, "set_password", INVITE_TICKET_MS);
    return { result: token, audit: [{ action: "staff.invite", subject: { kind: "user", id: user.id }, after: { email } }] };
  });
}

export type NewAccount = {
  email: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  /** Null: a client. */
  staffRole: StaffRole | null;
  password: string;
};

/** An account with its password, its address taken as confirmed; one that exists stays as it is. @returns its id. */
export async function createAccount(by: Actor, { password, ...account }: NewAccount): Promise<string> {
  const secret = await hashPassword(password);
  return transact(by, async (tx) => {
    const existing = await tx.user.findUnique({ where: { email: account.email }, select: { id: true } });
    if (existing) return { result: existing.id, audit: [] };
    const at = now();
    const { id } = await tx.user.create({
      data: { ...account, kind: account.staffRole ? "staff" : "client", emailConfirmedAt: at, createdAt: at },
    });
    await storePassword(tx, id, secret);
    return { result: id, audit: [{ action: "account.create", subject: { kind: "user", id }, after: { staffRole: account.staffRole } }] };
  });
}

/** Spends the link, sets the password, ends every session and ticket of the account and tells its owner. False: the link does not work any more. */
export async function setPasswordByTicket(token: string, password: string): Promise<boolean> {
  const secret = await hashPassword(password);
  return transact(doorman, async (tx) => {
    // Two links of one account queue up here instead of stopping each other.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = (SELECT user_id FROM tickets WHERE token_hash = ${hashToken(token)}) FOR NO KEY UPDATE`;
    const userId = await spendTicket(tx, token, "set_password");
    if (!userId) return { result: false, audit: [] };
    await storePassword(tx, userId, secret);
    const at = now();
    // Another link to the account and a sign-in under way must not outlive the old password: tickets first, then what became of them.
    await tx.ticket.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: at } });
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    if (email !== null) {
      const key = `password-set:${hashToken(token)}`;
      const signInUrl = `${env.appUrl}/staff/login`;
      await queueMail(tx, passwordSetLetter({ recipient: email, at, zone: env.supplierTimeZone, signInUrl, key }));
    }
    return { result: true, audit: [{ action: "password.set", subject: { kind: "user", id: userId } }] };
  });
}

/** `secret` is an Argon2id hash. */
async function storePassword(tx: Tx, userId: string, secret: string): Promise<void> {
  const at = now();
  await tx.credential.deleteMany({ where: { userId, kind: "password" } });
  await tx.credential.create({ data: { userId, kind: "password", secret, createdAt: at, updatedAt: at } });
}

/** For a job: tickets nobody can use any more for a day. @returns how many were removed. */
export async function removeExpired(): Promise<number> {
  const before = new Date(now().getTime() - 24 * 3600_000);
  return transact(doorman, async (tx) => {
    const tickets = await tx.ticket.deleteMany({ where: { expiresAt: { lt: before } } });
    return { result: tickets.count, audit: [] };
  });
}
