import { createHash, randomBytes } from "node:crypto";
import { DEMONSTRATION } from "./environment";
import type { Role, StaffRole } from "../../lib/auth/permissions";
import { query } from "./stand-database";

/** Of every account of the demonstration and of those made here. */
export const PASSWORD = "Demo-2026!";

const NOW = new Date(DEMONSTRATION.AMPER_NOW);
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const hashed = (token: string) => createHash("sha256").update(token).digest("hex");

type Member = { contract: string; role: Role; facility?: string; revoked?: boolean; expired?: boolean };
type NewAccount = { staffRole?: StaffRole; disabled?: boolean; withoutPassword?: boolean; members?: readonly Member[] };

/** An account of its own, so that a test may block, disable or end what is its. */
export async function makeAccount({ staffRole, disabled, withoutPassword, members = [] }: NewAccount = {}): Promise<{ id: string; email: string }> {
  const email = `made-${randomBytes(6).toString("hex")}@demo.test`;
  const [user] = await query<{ id: string }>(
    `INSERT INTO users (id, kind, staff_role, email, email_confirmed_at, last_name, first_name, disabled_at, created_at)
     VALUES (gen_random_uuid(), $2, $3, $1, $4, 'Временный', 'Сотрудник', $5, $4) RETURNING id`,
    [email, staffRole === undefined ? "client" : "staff", staffRole ?? null, NOW, disabled ? NOW : null],
  );
  if (!user) throw new Error("no account was made");
  if (!withoutPassword) {
    await query(
      `INSERT INTO credentials (id, user_id, kind, secret, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'password', secret, $2, $2 FROM credentials JOIN users ON users.id = user_id WHERE email = 'admin@demo.test'`,
      [user.id, NOW],
    );
  }
  for (const member of members) await addMember(user.id, member);
  return { id: user.id, email };
}

async function addMember(userId: string, { contract, role, facility, revoked, expired }: Member): Promise<void> {
  await query(
    `WITH made AS (
       INSERT INTO members (id, contract_id, user_id, role, all_facilities, created_at, revoked_at, expires_at)
       SELECT gen_random_uuid(), id, $1, $3::"Role", $4::text IS NULL, '2026-01-01', $5, $6 FROM contracts WHERE number = $2
       RETURNING id, contract_id
     )
     INSERT INTO member_facilities (member_id, facility_id, contract_id)
     SELECT made.id, f.id, made.contract_id FROM made JOIN facilities f ON f.contract_id = made.contract_id AND f.code = $4`,
    [userId, contract, role, facility ?? null, revoked ? NOW : null, expired ? NOW : null],
  );
}

/** @returns the token of the cookie. */
export async function startSession(userId: string, { expired = false, ended = false } = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await query(
    `INSERT INTO sessions (id, token_hash, user_id, created_at, expires_at, ended_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [hashed(token), userId, later(-86_400), later(expired ? 0 : 86_400), ended ? later(-60) : null],
  );
  return token;
}

/** @returns the token of a link that sets a password. */
export async function makeInvitation(userId: string, secondsLeft: number): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await query("INSERT INTO tickets (id, purpose, token_hash, user_id, expires_at) VALUES (gen_random_uuid(), 'set_password', $1, $2, $3)", [
    hashed(token),
    userId,
    later(secondsLeft),
  ]);
  return token;
}
