import "server-only";
import { cookies } from "next/headers";
import { THEME_COOKIE, type Theme } from "@/lib/theme/constants";
import { parseTheme } from "@/lib/theme/rules";

export async function getTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(THEME_COOKIE)?.value);
}
