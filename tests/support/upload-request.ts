import { readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { vi } from "vitest";
import { read, utils, write } from "xlsx";
import type { ContractScope } from "@/lib/auth/actor";
import { openSession, passPassword } from "@/lib/auth/commands";
import { listScopes } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";

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

/** Signs in and says on which contracts this person may send readings. */
export async function scopesOf(email: string): Promise<ContractScope[]> {
  await signIn(email);
  const actor = await getActor();
  if (actor?.kind !== "client") throw new Error(`${email} is no client`);
  return listScopes(actor, "readings.submit");
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

const CURRENT_COLUMN = 8;

/** The workbook with other current readings: `reading` gets the texts of a row and gives the text of its last cell. */
export function refill(bytes: Buffer, reading: (row: string[], index: number) => string): Buffer {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "" }).slice(1);
  utils.sheet_add_aoa(sheet, rows.map((row, index) => [reading(row, index)]), { origin: { r: 1, c: CURRENT_COLUMN } });
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}
