import { createHash } from "node:crypto";

export type OutgoingLetter = { key: string; recipient: string; subject: string; text: string; html: string };

/** A permanent refusal is final; anything else is tried again later. */
export type Delivery = { ok: true; providerId: string | null } | { ok: false; permanent: boolean; reason: string };

export type MailTransport = { send: (letter: OutgoingLetter) => Promise<Delivery> };

/** Longest a transport may take, ms; well under the lease of a claimed letter. */
export const SEND_TIMEOUT_MS = 30_000;

/** The same for every attempt to send one letter, so that whoever receives it twice can tell. */
export function letterId(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
