import type { NextRequest } from "next/server";
import { takeNotification } from "@/lib/payments/process/notification";
import { limit } from "@/lib/platform/rate-limit";
import { requestContext } from "@/lib/platform/request";
import { readBody } from "@/lib/platform/upload";

const MAX_BYTES = 64 * 1024;

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Anyone can write here, so nothing is believed: the notification is kept and a job asks the bank itself. */
export async function POST(request: NextRequest): Promise<Response> {
  const { address } = await requestContext();
  const allowed = await limit("webhook", address);
  // The bank repeats what was not answered with 200.
  if (!allowed.ok) return answer(429, { "Retry-After": String(allowed.retryAfterSeconds) });
  const body = await readBody(request, MAX_BYTES);
  if (!body) return answer(413);
  return answer((await takeNotification(parse(body))) ? 200 : 400);
}
