import type { MailTransport } from "@/lib/platform/mail/transport";

/** Nothing leaves the machine: the letter stays in its table and is read at /dev/mail. */
export const localTransport: MailTransport = {
  send: () => Promise.resolve({ ok: true, providerId: null }),
};
