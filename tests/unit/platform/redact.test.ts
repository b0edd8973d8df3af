import { describe, expect, it } from "vitest";
import { createLog, type Log, withLogFields } from "@/lib/platform/log";
import { prettyLine } from "@/lib/platform/log-line";
import { redact, redactText } from "@/lib/platform/redact";

describe("redactText", () => {
  it.each([
    ["paid with 4111 1111 1111 1111 today", "paid with [card …1111] today"],
    ["2200-0000-0000-0004", "[card …0004]"],
    ["4111111111111112", "4111111111111112"],
    ["contract 78010000000011, facility 780100000027780001", "contract 78010000000011, facility 780100000027780001"],
    ["write to anna.petrova@example.com", "write to a***@example.com"],
    ["postgresql://amper:hunter2@db:5432/amper", "postgresql://amper:[hidden]@db:5432/amper"],
    ["Authorization: Bearer abc.def-1", "Authorization: Bearer [hidden]"],
    ["/recover?token=abc123&next=/", "/recover?token=[hidden]&next=/"],
    ["12 600 кВт·ч", "12 600 кВт·ч"],
  ])("%s", (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });
});

describe("redact", () => {
  it("hides secrets by name at any depth and keeps the rest", () => {
    const headers = new Headers({ cookie: "session=1", authorization: "Bearer 1", accept: "text/html" });
    expect(
      redact({
        password: "hunter2",
        newPassword: "hunter2",
        user: { sessionToken: "t", profile: [{ "set-cookie": ["a=1"], apiKey: "k", name: "Анна" }] },
        headers,
        code: "123456",
        statusCode: 404,
        amount: 5n,
        missing: null,
      }),
    ).toEqual({
      password: "[hidden]",
      newPassword: "[hidden]",
      user: { sessionToken: "[hidden]", profile: [{ "set-cookie": "[hidden]", apiKey: "[hidden]", name: "Анна" }] },
      headers: { cookie: "[hidden]", authorization: "[hidden]", accept: "text/html" },
      code: "[hidden]",
      statusCode: 404,
      amount: "5",
      missing: null,
    });
  });

  it("survives cycles and shows an object that stands twice", () => {
    const shared = { name: "x" };
    const cyclic: Record<string, unknown> = { one: shared, two: shared };
    cyclic.self = cyclic;
    expect(redact(cyclic)).toEqual({ one: { name: "x" }, two: { name: "x" }, self: "[…]" });
  });

  it("cleans errors, their fields and causes", () => {
    const error = Object.assign(new Error("no mail to anna@example.com"), { token: "t" });
    error.cause = new Error("smtp://u:hunter2@mail");
    const clean = JSON.stringify(redact({ err: error }));
    expect(clean).toContain("a***@example.com");
    expect(clean).not.toMatch(/anna@|hunter2|"t"/);
  });
});

describe("the log", () => {
  function written(write: (log: Log) => void): Record<string, unknown>[] {
    const lines: string[] = [];
    write(createLog({ write: (line) => void lines.push(line) }, "info"));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it("writes JSON with the level in words and the fields around it", () => {
    const [line] = written((log) => withLogFields({ requestId: "r1" }, () => log.info({ password: "x" }, "signed in")));
    expect(line).toMatchObject({ level: "info", msg: "signed in", requestId: "r1", password: "[hidden]" });
  });

  it.each([
    ["a bare error", (log: Log) => log.error(new Error("to anna@example.com"))],
    ["an error field", (log: Log) => log.error({ err: new Error("to anna@example.com") })],
    ["a message", (log: Log) => log.error("to anna@example.com")],
    ["an argument", (log: Log) => log.error("to %s", "anna@example.com")],
  ])("is clean for %s", (_, write) => {
    const text = JSON.stringify(written(write));
    expect(text).toContain("a***@example.com");
    expect(text).not.toContain("anna@");
  });

  it("shows a person one line", () => {
    const json = JSON.stringify({ level: "info", time: "2026-11-23T09:00:00.000Z", msg: "ready", port: 3000, a: "b c" });
    expect(prettyLine(json)).toBe('09:00:00 info  ready port=3000 a="b c"\n');
  });
});
