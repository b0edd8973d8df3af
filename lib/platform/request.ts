import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { clientAddress } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { PEER_HEADER } from "@/lib/platform/peer-address";

export type RequestContext = Readonly<{ requestId: string; address: string; userAgent: string }>;

const USER_AGENT_MAX = 300;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** What is known about the caller from the connection, for limits, sessions, audit and logs. */
export async function requestContext(): Promise<RequestContext> {
  const given = await headers();
  const id = given.get("x-request-id");
  return {
    requestId: id !== null && REQUEST_ID.test(id) ? id : randomUUID(),
    address: clientAddress(given.get("x-forwarded-for"), given.get(PEER_HEADER), env.trustedProxies),
    userAgent: (given.get("user-agent") ?? "").slice(0, USER_AGENT_MAX),
  };
}
