import type { Role } from "../../lib/auth/permissions";
import { makeAccount, startSession } from "./accounts";
import { query } from "./stand-database";

export const CONTRACTS = {
  plant: "78010000000011",
  office: "78010000000028",
  houses: "78010000000035",
  network: "78010000000042",
  entrepreneur: "78010000000059",
  /** Well-formed, but of nobody. */
  absent: "78019999999999",
} as const;

export type PersonaName =
  | "anonymous"
  | "ended session"
  | "expired session"
  | "disabled account"
  | "made-up cookie"
  | "administrator"
  | "restricted engineer"
  | "accountant"
  | "reader"
  | "other client"
  | "without contracts"
  | "revoked and expired member"
  | "operator"
  | "content editor"
  | "chief";

export type Persona = {
  name: PersonaName;
  kind: "nobody" | "client" | "staff";
  /** Of the demonstration; the others are made on demand. */
  email?: string;
  roles: Partial<Record<string, Role>>;
  /** The first section this person may use. */
  home: "/payments" | "/readings" | "/staff" | "/login";
};

const nobody = (name: PersonaName, email?: string): Persona => ({ name, kind: "nobody", roles: {}, home: "/login", ...(email !== undefined && { email }) });

/** Everyone of the demonstration, those who must count as nobody, and members without a right. */
export const PERSONAS: Persona[] = [
  nobody("anonymous"),
  nobody("made-up cookie"),
  nobody("ended session", "admin@demo.test"),
  nobody("expired session", "admin@demo.test"),
  nobody("disabled account"),
  {
    name: "administrator",
    kind: "client",
    email: "admin@demo.test",
    roles: { [CONTRACTS.plant]: "administrator", [CONTRACTS.office]: "manager", [CONTRACTS.network]: "manager" },
    home: "/payments",
  },
  { name: "restricted engineer", kind: "client", email: "engineer@demo.test", roles: { [CONTRACTS.plant]: "engineer" }, home: "/readings" },
  { name: "accountant", kind: "client", email: "accountant@demo.test", roles: { [CONTRACTS.plant]: "accountant" }, home: "/payments" },
  { name: "reader", kind: "client", email: "reader@demo.test", roles: { [CONTRACTS.houses]: "engineer" }, home: "/readings" },
  { name: "other client", kind: "client", email: "other@demo.test", roles: { [CONTRACTS.entrepreneur]: "manager" }, home: "/payments" },
  { name: "without contracts", kind: "client", roles: {}, home: "/payments" },
  { name: "revoked and expired member", kind: "client", roles: {}, home: "/payments" },
  { name: "operator", kind: "staff", email: "operator@demo.test", roles: {}, home: "/staff" },
  { name: "content editor", kind: "staff", roles: {}, home: "/staff" },
  { name: "chief", kind: "staff", email: "chief@demo.test", roles: {}, home: "/staff" },
];

export function persona(name: PersonaName): Persona {
  const found = PERSONAS.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no persona ${name}`);
  return found;
}

async function userOf({ name, kind, email }: Persona): Promise<string | null> {
  if (email !== undefined) {
    const [user] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
    if (!user) throw new Error(`${email} is not in the demonstration`);
    return user.id;
  }
  if (kind === "staff") return (await makeAccount({ staffRole: "content_editor" })).id;
  if (name === "without contracts") return (await makeAccount()).id;
  if (name === "disabled account") return (await makeAccount({ disabled: true, members: [{ contract: CONTRACTS.plant, role: "manager" }] })).id;
  if (name !== "revoked and expired member") return null;
  const members = [
    { contract: CONTRACTS.plant, role: "manager", revoked: true },
    { contract: CONTRACTS.office, role: "manager", expired: true },
  ] as const;
  return (await makeAccount({ members })).id;
}

/** The Cookie header of a session made for this persona; empty for the anonymous one. */
export async function cookieOf(who: Persona): Promise<string> {
  if (who.name === "made-up cookie") return `amper=${"A".repeat(43)}`;
  const userId = await userOf(who);
  if (userId === null) return "";
  const token = await startSession(userId, { expired: who.name === "expired session", ended: who.name === "ended session" });
  return `amper=${token}`;
}
