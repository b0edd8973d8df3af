import { describe, expect, it } from "vitest";
import { checkEnv } from "@/lib/platform/env";
import { ENV_VARIABLES } from "@/lib/platform/env-variables";

const PRODUCTION = {
  DATABASE_URL: "postgresql://amper:pw@db:5432/amper",
  APP_URL: "https://cabinet.example.com",
  BANK_API_URL: "https://api.yookassa.ru/v3",
  BANK_SHOP_ID: "123456",
  BANK_SECRET: "live_secret",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  MAIL_FROM: "Ампер <cabinet@example.com>",
  SMTP_URL: "smtps://u:p@mail.example.com:465",
};

function problems(source: Record<string, string | undefined>): string[] {
  const checked = checkEnv(source);
  return checked.ok ? [] : checked.problems;
}

describe("a usable environment", () => {
  it("is a demonstration when nothing is set", () => {
    const checked = checkEnv({});
    expect(checked).toMatchObject({
      ok: true,
      env: { demonstration: true, host: "127.0.0.1", port: 3000, appUrl: "http://localhost:3000", s3: undefined },
    });
    if (checked.ok) expect(Object.isFrozen(checked.env)).toBe(true);
  });

  it("is production when a database is set, with every required variable", () => {
    expect(checkEnv(PRODUCTION)).toMatchObject({ ok: true, env: { demonstration: false, host: "0.0.0.0" } });
  });

  it("is a demonstration on a given database with AMPER_DEMO=1", () => {
    const source = { DATABASE_URL: PRODUCTION.DATABASE_URL, AMPER_DEMO: "1", AMPER_NOW: "2026-11-23T12:00:00+03:00" };
    expect(checkEnv(source)).toMatchObject({
      ok: true,
      env: { demonstration: true, pinnedNow: new Date("2026-11-23T09:00:00Z") },
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(checkEnv({ DATABASE_URL: "", PORT: " ", S3_BUCKET: "" })).toMatchObject({ ok: true, env: { port: 3000 } });
  });

  it.each(["http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000", "https://cabinet.example.com/"])(
    "takes APP_URL %s in production and keeps its origin",
    (url) => {
      expect(checkEnv({ ...PRODUCTION, APP_URL: url })).toMatchObject({ ok: true, env: { appUrl: new URL(url).origin } });
    },
  );

  it("does not ask a build for what only a running server needs", () => {
    expect(problems({ DATABASE_URL: PRODUCTION.DATABASE_URL, NEXT_PHASE: "phase-production-build" })).toEqual([]);
  });

  it("has the bank's limits in kopecks, raised in a demonstration", () => {
    expect(checkEnv(PRODUCTION)).toMatchObject({ env: { cardLimit: 350_000_00n, sbpLimit: 700_000_00n, refundSecondPersonFrom: 100_000_00n } });
    expect(checkEnv({})).toMatchObject({ env: { cardLimit: 10n ** 10n, sbpLimit: 10n ** 13n, bank: { shopId: "demo-shop" } } });
    expect(checkEnv({ ...PRODUCTION, PAYMENT_LIMIT_CARD: "1000" })).toMatchObject({ env: { cardLimit: 100_000n } });
  });

  it("groups the bucket", () => {
    const source = { ...PRODUCTION, S3_BUCKET: "b", S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "s", S3_REGION: "ru-1" };
    expect(checkEnv(source)).toMatchObject({ ok: true, env: { s3: { bucket: "b", region: "ru-1", accessKeyId: "k" } } });
  });
});

describe("a problem is one line that names the variable and says what to do", () => {
  it.each([
    [{ APP_URL: undefined }, /^APP_URL is missing: set it/],
    [{ BANK_API_URL: undefined }, /^BANK_API_URL is missing: set it/],
    [{ BANK_SHOP_ID: undefined }, /^BANK_SHOP_ID is missing: set it/],
    [{ BANK_SECRET: undefined }, /^BANK_SECRET is missing: set it/],
    [{ PAYMENT_LIMIT_CARD: "350 000" }, /^PAYMENT_LIMIT_CARD must be whole roubles/],
    [{ PAYMENT_LIMIT_SBP: "999999999999" }, /^PAYMENT_LIMIT_SBP must be at most/],
    [{ REFUND_SECOND_PERSON_FROM: "0" }, /^REFUND_SECOND_PERSON_FROM must be whole roubles/],
    [{ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined }, /is missing: .*openssl rand -base64 32/],
    [{ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "short" }, /must be base64 of 32 bytes/],
    [{ MAIL_FROM: undefined }, /^MAIL_FROM is missing/],
    [{ MAIL_FROM: "nobody" }, /^MAIL_FROM must be an address/],
    [{ MAIL_FROM: "a@b.ru\r\nBcc: c@d.ru" }, /^MAIL_FROM must be an address/],
    [{ SMTP_URL: undefined }, /^RESEND_API_KEY and SMTP_URL are missing/],
    [{ RESEND_API_KEY: "re_1" }, /both set: keep one/],
    [{ SMTP_URL: "mail.example.com" }, /^SMTP_URL must look like/],
    [{ APP_URL: "http://cabinet.example.com" }, /^APP_URL must begin with https/],
    [{ APP_URL: "cabinet.example.com" }, /^APP_URL must be an address/],
    [{ APP_URL: "https://example.com/cabinet" }, /^APP_URL must be only scheme and host/],
    [{ AMPER_NOW: "2026-11-23T12:00:00Z" }, /^AMPER_NOW stops the clock .* remove it/],
    [{ AMPER_NOW: "yesterday" }, /^AMPER_NOW must be an instant/],
    [{ DATABASE_URL: "mysql://db/amper" }, /^DATABASE_URL must look like postgresql/],
    [{ DATABASE_URL: undefined, AMPER_DEMO: "0" }, /^DATABASE_URL is missing/],
    [{ AMPER_DEMO: "yes" }, /^AMPER_DEMO must be 1/],
    [{ PORT: "http" }, /^PORT must be a number from 1/],
    [{ PORT: "70000" }, /^PORT must be a number from 1/],
    [{ TRUSTED_PROXIES: "-1" }, /^TRUSTED_PROXIES must be/],
    [{ SUPPLIER_TIME_ZONE: "Moscow" }, /^SUPPLIER_TIME_ZONE must be a time zone/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of/],
    [{ S3_BUCKET: "b", S3_ACCESS_KEY_ID: "k" }, /^S3_SECRET_ACCESS_KEY is missing/],
    [{ S3_ENDPOINT: "https://s3.example.com" }, /^S3_BUCKET is missing/],
  ])("%j", (change, expected) => {
    const found = problems({ ...PRODUCTION, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]).not.toContain("\n");
  });

  it("all of them at once, and never a value", () => {
    const found = problems({ DATABASE_URL: "mysql://amper:hunter2@db/amper", PORT: "hunter2", SMTP_URL: "hunter2" });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain("hunter2");
  });
});

it("documents each variable once", () => {
  const names = ENV_VARIABLES.map((variable) => variable.name);
  expect(new Set(names).size).toBe(names.length);
});
