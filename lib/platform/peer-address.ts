import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

export const PEER_HEADER = "x-amper-peer";

function record(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
}

/**
 * Writes the connection's address over a header of every request before Next sees it: Next shows route code only
 * `X-Forwarded-For`, and keeps whatever the caller put there. Called once at start.
 */
export function recordPeerAddresses(): void {
  subscribe("http.server.request.start", record);
}
