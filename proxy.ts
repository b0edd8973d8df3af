import { NextResponse, type NextRequest } from "next/server";
import { isSupportedBrowser } from "@/lib/platform/browsers";
import { contentSecurityPolicy } from "@/lib/platform/csp";
import { env } from "@/lib/platform/env";

const REQUEST_ID = /^[\w-]{8,64}$/;
const https = env.appUrl.startsWith("https:");

function requestId(request: NextRequest): string {
  const given = request.headers.get("x-request-id");
  return given !== null && REQUEST_ID.test(given) ? given : crypto.randomUUID();
}

function oldBrowserPage(request: NextRequest): NextResponse {
  const response = NextResponse.rewrite(new URL("/old-browser.html", request.url));
  response.headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  return response;
}

function page(request: NextRequest, id: string): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, https);
  const headers = new Headers(request.headers);
  headers.set("x-request-id", id);
  headers.set("x-nonce", nonce);
  // Next takes the nonce of its own scripts from the request's policy.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** PostgreSQL takes no zero character, and no address of ours has one: a probe, answered before any page reads it. */
const hasZero = (request: NextRequest) => request.url.includes("%00");

/** A convenience for every page; whether the person may see it is decided by guards, never here. */
export function proxy(request: NextRequest): NextResponse {
  const id = requestId(request);
  const api = request.nextUrl.pathname.startsWith("/api/");
  const supported = api || isSupportedBrowser(request.headers.get("user-agent") ?? "");
  const response = hasZero(request) ? new NextResponse(null, { status: 400 }) : supported ? page(request, id) : oldBrowserPage(request);
  response.headers.set("x-request-id", id);
  if (https) response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

// Uploads stay out because a proxied body is buffered in memory.
export const config = {
  matcher: "/((?!_next/static|_next/image|api/uploads|icon.svg|old-browser.html).*)",
};
