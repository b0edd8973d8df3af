import { afterEach, describe, expect, it } from "vitest";
import { resendTransport } from "@/lib/platform/mail/resend";
import { letterId } from "@/lib/platform/mail/transport";
import { type GivenAnswer, startHttpStandIn } from "@/tests/support/http-stand-in";

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

describe("Resend", () => {
  async function sendTo(answer: GivenAnswer) {
    const server = await startHttpStandIn(() => answer);
    stop = server.stop;
    const transport = resendTransport({ apiKey: "re_secret", from: FROM, baseUrl: server.url });
    return { delivery: await transport.send(LETTER), seen: server.seen };
  }
  const refusal = (status: number, name: string) => ({
    status,
    body: JSON.stringify({ statusCode: status, name, message: "no" }),
  });

  it("gets the documented request with the letter's key", async () => {
    const { delivery, seen } = await sendTo({ status: 200, body: JSON.stringify({ id: "r-1" }) });
    expect(delivery).toEqual({ ok: true, providerId: "r-1" });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: "POST",
      url: "/emails",
      headers: {
        authorization: "Bearer re_secret",
        "content-type": "application/json",
        "idempotency-key": letterId(LETTER.key),
      },
    });
    expect(JSON.parse(String(seen[0]?.body))).toEqual({
      from: FROM,
      to: ["anna@example.com"],
      subject: LETTER.subject,
      html: LETTER.html,
      text: LETTER.text,
    });
  });

  it.each([
    [422, "validation_error", true],
    [403, "invalid_from_address", true],
    [409, "invalid_idempotent_request", true],
    [409, "concurrent_idempotent_requests", false],
    [429, "rate_limit_exceeded", false],
    [500, "internal_server_error", false],
  ])("answering %i %s is final: %s", async (status, name, permanent) => {
    const { delivery } = await sendTo(refusal(status, name));
    expect(delivery).toEqual({ ok: false, permanent, reason: `${status} ${name} no` });
  });

  it("being away is not final, and the reason holds no key", async () => {
    const transport = resendTransport({ apiKey: "re_secret", from: FROM, baseUrl: "http://127.0.0.1:1" });
    const delivery = await transport.send(LETTER);
    expect(delivery).toMatchObject({ ok: false, permanent: false });
    expect(JSON.stringify(delivery)).not.toContain("re_secret");
  });
});
