"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { invalid } from "@/lib/auth/action";
import { endSession, openSession, passPassword, setPasswordByTicket } from "@/lib/auth/commands";
import { clearSessionToken, setSessionToken } from "@/lib/auth/cookie";
import type { ActionResult } from "@/lib/auth/types";
import { returnPathSchema, setPasswordSchema, signInSchema } from "@/lib/auth/schema";
import { getActor } from "@/lib/auth/session";
import { clearLimit, limit } from "@/lib/platform/rate-limit";
import { requestContext } from "@/lib/platform/request";

export type SignInState = ActionResult<null> & { login?: string };

/** A field of a form may also be a file; that is nothing typed. */
function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

async function signIn(kind: "client" | "staff", form: FormData): Promise<SignInState> {
  const login = text(form, "login");
  const parsed = signInSchema.safeParse({ login, password: text(form, "password") });
  if (!parsed.success) return { ...invalid(parsed.error), login };
  const { address, userAgent } = await requestContext();
  const [perAccount, perAddress] = await Promise.all([
    limit("signInAccount", `${kind}:${parsed.data.login}`),
    limit("signInAddress", address),
  ]);
  const refused = [perAccount, perAddress].find((answer) => !answer.ok);
  if (refused && !refused.ok) return { ok: false, code: "too_many", retryAfterSeconds: refused.retryAfterSeconds, login };
  const passed = await passPassword(kind, parsed.data);
  if (!passed.ok) return { ok: false, code: "failed", login };
  const token = await openSession(passed.ticket, { address, userAgent });
  if (!token) return { ok: false, code: "failed", login };
  await clearLimit("signInAccount", `${kind}:${parsed.data.login}`);
  await setSessionToken(token);
  redirect(kind === "staff" ? "/staff" : (returnPathSchema.parse(text(form, "next")) as Route));
}

/** Works as a plain form post too, so that sign-in needs no JavaScript. */
export async function signInAction(_previous: SignInState | null, form: FormData): Promise<SignInState> {
  return signIn("client", form);
}

export async function staffSignInAction(_previous: SignInState | null, form: FormData): Promise<SignInState> {
  return signIn("staff", form);
}

export async function signOutAction(): Promise<void> {
  const actor = await getActor();
  if (actor) await endSession(actor.sessionId);
  await clearSessionToken();
  redirect(actor?.kind === "staff" ? "/staff/login" : "/login");
}

/** Opens the account of an invited member of staff by the link from `npm run create-admin`. */
export async function setPasswordAction(_previous: ActionResult<null> | null, form: FormData): Promise<ActionResult<null>> {
  const parsed = setPasswordSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error);
  const { address } = await requestContext();
  const allowed = await limit("signInAddress", address);
  if (!allowed.ok) return { ok: false, code: "too_many", retryAfterSeconds: allowed.retryAfterSeconds };
  const done = await setPasswordByTicket(parsed.data.token, parsed.data.password);
  if (!done) return { ok: false, code: "missing" };
  redirect("/staff/login");
}
