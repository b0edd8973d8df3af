import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { mint, type ClientActor, type Membership, type StaffActor } from "@/lib/auth/actor";
import { readSessionToken } from "@/lib/auth/cookie";
import type { Role, StaffRole } from "@/lib/auth/permissions";
import { hashToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";
import { now } from "@/lib/platform/clock";

type SessionRow = {
  session_id: string;
  user_id: string;
  kind: "client" | "staff";
  staff_role: StaffRole | null;
  email: string | null;
  email_confirmed: boolean;
  name: string;
  memberships: { contractId: string; number: string; clientName: string; role: Role; facilityIds: string[] | null }[];
};

/** One round trip: who holds this token now, and what they are a member of now. */
async function findSession(token: string): Promise<SessionRow | undefined> {
  const at = now();
  const rows = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS session_id, u.id AS user_id, u.kind::text, u.staff_role::text, u.email,
           u.email_confirmed_at IS NOT NULL AS email_confirmed,
           concat_ws(' ', u.last_name, u.first_name) AS name,
           COALESCE((
             SELECT json_agg(json_build_object(
                      'contractId', c.id, 'number', c.number, 'clientName', c.client_name, 'role', m.role,
                      'facilityIds', CASE WHEN m.all_facilities THEN NULL ELSE
                        (SELECT COALESCE(json_agg(mf.facility_id), '[]') FROM member_facilities mf WHERE mf.member_id = m.id) END
                    ) ORDER BY c.number)
             FROM members m JOIN contracts c ON c.id = m.contract_id
             WHERE m.user_id = u.id AND m.revoked_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > ${at})
               AND c.archived_at IS NULL
           ), '[]') AS memberships
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = ${hashToken(token)} AND s.ended_at IS NULL AND s.expires_at > ${at} AND u.disabled_at IS NULL`;
  return rows[0];
}

function toMembership(row: SessionRow["memberships"][number]): Membership {
  return Object.freeze({ ...row, facilityIds: row.facilityIds === null ? "all" : Object.freeze(row.facilityIds) });
}

/** Who is asking, read from the session row once a request. Null: nobody, an ended session, a disabled account. */
export const getActor = cache(async (): Promise<ClientActor | StaffActor | null> => {
  const token = await readSessionToken();
  if (!token) return null;
  const row = await findSession(token);
  if (!row) return null;
  const requestId = (await headers()).get("x-request-id");
  const shared = { userId: row.user_id, sessionId: row.session_id, requestId, name: row.name };
  if (row.kind === "staff") {
    return row.staff_role ? mint({ kind: "staff" as const, ...shared, role: row.staff_role }) : null;
  }
  return mint({
    kind: "client" as const,
    ...shared,
    email: row.email,
    emailConfirmed: row.email_confirmed,
    memberships: Object.freeze(row.memberships.map(toMembership)),
  });
});
