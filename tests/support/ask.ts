import { getStand } from "./stand";

/** A status, or the path a redirect leads to. */
export type Answer = number | `/${string}`;

const { url: base } = await getStand();

type Asking = { cookie?: string; method?: string; headers?: Record<string, string>; body?: BodyInit };

/** One request without a browser: no cookies but the given ones, no redirects followed. */
export async function ask(path: string, { cookie = "", method = "GET", headers = {}, body }: Asking = {}): Promise<Response> {
  return fetch(base + path, { method, headers: { cookie, ...headers }, redirect: "manual", ...(body === undefined ? {} : { body }) });
}

export function answerOf(response: Response): Answer {
  const location = response.headers.get("location");
  return location === null ? response.status : (new URL(location, base).pathname as Answer);
}

/** As a browser marks what a page of this very site sends. */
export const FROM_OUR_PAGE = { origin: base };
export const FROM_ANOTHER_SITE = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
