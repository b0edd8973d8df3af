import { ROLE_NAMES, STAFF_ROLE_NAMES, type Role, type StaffRole } from "@/lib/auth/permissions";
import demo from "@/prisma/seed/accounts.json";

type Account = (typeof demo.accounts)[number];

function roleOf(role: string): string {
  return ROLE_NAMES[role as Role];
}

/** The published accounts of the demonstration in words, of one side. */
export function demoAccounts(side: "client" | "staff"): { login: string; who: string }[] {
  return demo.accounts.filter((account) => "staffRole" in account === (side === "staff")).map(toLine);
}

function toLine(account: Account): { login: string; who: string } {
  if ("staffRole" in account) return { login: account.email, who: STAFF_ROLE_NAMES[account.staffRole as StaffRole] };
  const roles = account.memberships.map(({ contract, role, facilities }) => {
    const where = Array.isArray(facilities) ? `${contract}, один энергообъект` : contract;
    return `${roleOf(role)}, ${where}`;
  });
  return { login: account.email, who: roles.join("; ") };
}

export const DEMO_PASSWORD = demo.password;
