import "server-only";
import { cookies } from "next/headers";
import { SESSION_SECONDS } from "@/lib/auth/constants";
import { env } from "@/lib/platform/env";

const secure = env.appUrl.startsWith("https:");
/** The prefix makes browsers refuse the cookie from a subdomain or over http. */
const NAME = secure ? "__Host-amper" : "amper";

export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(NAME)?.value ?? null;
}

export async function setSessionToken(token: string): Promise<void> {
  (await cookies()).set(NAME, token, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: SESSION_SECONDS });
}

export async function clearSessionToken(): Promise<void> {
  (await cookies()).set(NAME, "", { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: 0 });
}
