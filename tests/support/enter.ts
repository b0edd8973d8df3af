import type { BrowserContext } from "@playwright/test";
import { cookieOf, type Persona } from "./personas";
import { getStand } from "./stand";

const { url } = await getStand();

/** Puts a session of this persona into the browser. */
export async function enter(context: BrowserContext, who: Persona): Promise<void> {
  const cookie = await cookieOf(who);
  if (cookie !== "") await context.addCookies([{ name: "amper", value: cookie.slice("amper=".length), url }]);
}
