import { isIP } from "node:net";

function plain(entry: string): string {
  const address = entry.trim().replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * Who called, as far as it can be believed: each trusted proxy appended the address it saw, so the answer stands
 * that many places before the address of the connection; everything further left is the caller's own word.
 */
export function clientAddress(forwardedFor: string | null, peer: string | null, trustedProxies: number): string {
  const claimed = (forwardedFor ?? "").split(",").filter((entry) => entry.trim() !== "");
  const chain = peer === null ? claimed : [...claimed, peer];
  const address = plain(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "");
  return isIP(address) === 0 ? "unknown" : address;
}
