"use server";

import { cookies } from "next/headers";
import { THEME_COOKIE } from "@/lib/theme/constants";
import { parseTheme } from "@/lib/theme/rules";
import { env } from "@/lib/platform/env";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Changes only the caller's own cookie, so it needs neither a session nor a rate limit. */
export async function setThemeAction(form: FormData): Promise<void> {
  (await cookies()).set(THEME_COOKIE, parseTheme(form.get("theme")), {
    path: "/",
    maxAge: YEAR_SECONDS,
    sameSite: "lax",
    httpOnly: true,
    secure: env.appUrl.startsWith("https:"),
  });
}
