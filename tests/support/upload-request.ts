import { readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { vi } from "vitest";
import { openSession, passPassword } from "@/lib/auth/commands";

const PASSWORD = "Demo-2026!";
const ORIGIN = "http://localhost:3000";
let token: string | undefined;

// What Next gives a route handler; the session behind the cookie is a real one.
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => (token === undefined ? undefined : { value: token }) }),
  headers: () => Promise.resolve(new Headers()),
}));

/** From here on requests come from this person; nobody without a name. */
export async function signIn(email?: string): Promise<void> {
  token = undefined;
  if (email === undefined) return;
  const passed = await passPassword("client", { login: email, password: PASSWORD });
  if (!passed.ok) throw new Error(`${email} cannot sign in`);
  token = (await openSession(passed.ticket, { address: "127.0.0.1", userAgent: "vitest" })) ?? undefined;
}

export const sample = (name: string): Buffer => readFileSync(`tests/support/samples/${name}`);

export function uploadRequest(contract: string, body: BodyInit | null, headers: Record<string, string> = {}): NextRequest {
  return new NextRequest(`${ORIGIN}/api/uploads/readings?contract=${contract}`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", accept: "application/json", ...headers },
    body,
  });
}

export function fileForm(bytes: Uint8Array, name = "Показания.xlsx"): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
}
