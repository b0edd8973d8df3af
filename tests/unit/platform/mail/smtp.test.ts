import { afterEach, describe, expect, it } from "vitest";
import { smtpTransport } from "@/lib/platform/mail/smtp";
import { letterId } from "@/lib/platform/mail/transport";
import { startSmtpServer } from "@/tests/support/smtp-server";

const LETTER = {
  key: "invite:1",
  recipient: "anna@example.com",
  subject: "Приглашение в кабинет",
  text: "Здравствуйте\n.точка в начале строки\n",
  html: "<p>Здравствуйте</p>",
};
const FROM = "Ампер <cabinet@example.com>";

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(async () => {
  await stop();
  stop = () => Promise.resolve();
});

describe("SMTP", () => {
  it("carries text, HTML and a Message-ID that is the same each time", async () => {
    const server = await startSmtpServer();
    stop = server.stop;
    const transport = smtpTransport({ url: server.url, from: FROM });
    const messageId = `<${letterId(LETTER.key)}@example.com>`;
    expect(await transport.send(LETTER)).toEqual({ ok: true, providerId: messageId });
    expect(await transport.send(LETTER)).toEqual({ ok: true, providerId: messageId });
    expect(server.messages).toHaveLength(2);
    const [message] = server.messages;
    expect(message).toMatchObject({ from: "cabinet@example.com", to: ["anna@example.com"] });
    expect(message?.data).toContain(`Message-ID: ${messageId}`);
    expect(message?.data).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(message?.data).toMatch(/multipart\/alternative/);
    expect(message?.data).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  it.each([
    ["550 5.1.1 no such user", true],
    ["450 4.2.1 try later", false],
  ])("answering %s is final: %s", async (line, permanent) => {
    const server = await startSmtpServer(() => line);
    stop = server.stop;
    const delivery = await smtpTransport({ url: server.url, from: FROM }).send(LETTER);
    expect(delivery).toMatchObject({ ok: false, permanent });
    expect(server.messages).toEqual([]);
  });

  it("being away is not final", async () => {
    const delivery = await smtpTransport({ url: "smtp://127.0.0.1:1", from: FROM }).send(LETTER);
    expect(delivery).toMatchObject({ ok: false, permanent: false });
  });
});
