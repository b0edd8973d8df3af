import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { ROLES, type Role } from "../../lib/auth/permissions";
import { getStand } from "./stand";

export const CONTRACTS = {
  plant: "78010000000011",
  office: "78010000000028",
  houses: "78010000000035",
  network: "78010000000042",
  entrepreneur: "78010000000059",
  /** Well-formed, but of nobody. */
  absent: "78019999999999",
} as const;

export type Persona = {
  name: string;
  kind: "nobody" | "client" | "staff";
  /** Of the demonstration; none for those whose session must not work. */
  email?: string;
  roles: Partial<Record<string, Role>>;
};

/** Everyone of the demonstration, and those who must count as nobody. */
export const PERSONAS: Persona[] = [
  { name: "anonymous", kind: "nobody", roles: {} },
  { name: "ended session", kind: "nobody", email: "admin@demo.test", roles: {} },
  { name: "expired session", kind: "nobody", email: "admin@demo.test", roles: {} },
  { name: "disabled account", kind: "nobody", roles: {} },
  {
    name: "administrator",
    kind: "client",
    email: "admin@demo.test",
    roles: { [CONTRACTS.plant]: "administrator", [CONTRACTS.office]: "manager", [CONTRACTS.network]: "manager" },
  },
  { name: "restricted engineer", kind: "client", email: "engineer@demo.test", roles: { [CONTRACTS.plant]: "engineer" } },
  { name: "accountant", kind: "client", email: "accountant@demo.test", roles: { [CONTRACTS.plant]: "accountant" } },
  { name: "reader", kind: "client", email: "reader@demo.test", roles: { [CONTRACTS.houses]: "engineer" } },
  { name: "other client", kind: "client", email: "other@demo.test", roles: { [CONTRACTS.entrepreneur]: "manager" } },
  { name: "operator", kind: "staff", email: "operator@demo.test", roles: {} },
  { name: "chief", kind: "staff", email: "chief@demo.test", roles: {} },
];

export { ROLES };

async function connect(): Promise<Client> {
  const { databaseFile } = await getStand();
  const client = new Client({ connectionString: readFileSync(databaseFile, "utf8") });
  await client.connect();
  return client;
}

export async function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = await connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

async function userOf(persona: Persona): Promise<string | null> {
  if (persona.email !== undefined) {
    const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [persona.email]);
    return user?.id ?? null;
  }
  if (persona.name !== "disabled account") return null;
  // A member of the contract in every other respect.
  const [user] = await query<{ id: string }>(
    `WITH made AS (
       INSERT INTO users (id, kind, email, last_name, first_name, disabled_at, created_at)
       VALUES (gen_random_uuid(), 'client', $1, 'Бывший', 'Сотрудник', '2026-11-01', '2026-01-01') RETURNING id
     ), member AS (
       INSERT INTO members (id, contract_id, user_id, role, all_facilities, created_at)
       SELECT gen_random_uuid(), c.id, made.id, 'manager', true, '2026-01-01' FROM contracts c, made WHERE c.number = $2
     ) SELECT id FROM made`,
    [`disabled-${randomBytes(4).toString("hex")}@demo.test`, CONTRACTS.plant],
  );
  return user?.id ?? null;
}

/** The Cookie header of a session made for this persona; empty for the anonymous one. */
export async function cookieOf(persona: Persona): Promise<string> {
  const userId = await userOf(persona);
  if (userId === null) return "";
  const token = randomBytes(32).toString("base64url");
  await query(
    `INSERT INTO sessions (id, token_hash, user_id, created_at, expires_at, ended_at)
     VALUES (gen_random_uuid(), $1, $2, '2026-11-20', $3, $4)`,
    [
      createHash("sha256").update(token).digest("hex"),
      userId,
      persona.name === "expired session" ? "2026-11-21T11:59:59+03:00" : "2026-12-20",
      persona.name === "ended session" ? "2026-11-21T11:00:00+03:00" : null,
    ],
  );
  return `amper=${token}`;
}
