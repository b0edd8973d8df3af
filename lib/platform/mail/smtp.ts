import { createTransport } from "nodemailer";
import { letterId, type MailTransport, SEND_TIMEOUT_MS } from "@/lib/platform/mail/transport";

/** 5xx is the server's final word, except for what is about us and not the letter: authentication. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  const responseCode = "responseCode" in error ? Number(error.responseCode) : 0;
  return responseCode >= 500 && code !== "EAUTH";
}

export function smtpTransport(options: { url: string; from: string }): MailTransport {
  const domain = /@([^\s>]+)/.exec(options.from)?.[1] ?? "localhost";
  const transporter = createTransport({
    url: options.url,
    connectionTimeout: SEND_TIMEOUT_MS,
    greetingTimeout: SEND_TIMEOUT_MS,
    socketTimeout: SEND_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        const messageId = `<${letterId(letter.key)}@${domain}>`;
        const { recipient: to, subject, text, html } = letter;
        await transporter.sendMail({ from: options.from, to, subject, text, html, messageId });
        return { ok: true, providerId: messageId };
      } catch (error) {
        return { ok: false, permanent: isPermanent(error), reason: String(error) };
      }
    },
  };
}
