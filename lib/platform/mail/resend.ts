import { z } from "zod";
import { letterId, type MailTransport, SEND_TIMEOUT_MS } from "@/lib/platform/mail/transport";

const sentSchema = z.object({ id: z.string() });
const refusedSchema = z.object({ name: z.string(), message: z.string() });

/** 409 is two kinds: the same letter is on its way right now (wait), or its key was used for another one (final). */
function isPermanent(status: number, name: string): boolean {
  if (status === 409) return name !== "concurrent_idempotent_requests";
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

export function resendTransport(options: { apiKey: string; from: string; baseUrl?: string }): MailTransport {
  const url = `${options.baseUrl ?? "https://api.resend.com"}/emails`;
  return {
    async send(letter) {
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: {
            Authorization: `Bearer ${options.apiKey}`,
            "Content-Type": "application/json",
            "Idempotency-Key": letterId(letter.key),
            "User-Agent": "amper",
          },
          body: JSON.stringify({
            from: options.from,
            to: [letter.recipient],
            subject: letter.subject,
            html: letter.html,
            text: letter.text,
          }),
          signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        });
        const body: unknown = await response.json().catch(() => null);
        if (response.ok) return { ok: true, providerId: sentSchema.safeParse(body).data?.id ?? null };
        const { name, message } = refusedSchema.safeParse(body).data ?? { name: "error", message: "" };
        return { ok: false, permanent: isPermanent(response.status, name), reason: `${response.status} ${name} ${message}` };
      } catch (error) {
        return { ok: false, permanent: false, reason: String(error) };
      }
    },
  };
}
