import { join, resolve } from "node:path";
import { z } from "zod";
import type { EnvName } from "@/lib/platform/env-variables";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function isUrl(value: string, ...protocols: string[]): boolean {
  const url = URL.parse(value);
  return url !== null && url.hostname !== "" && protocols.includes(url.protocol);
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

// Messages never repeat the value: several of these are secrets and problems are printed and logged.
const http = (message: string) =>
  z.string().refine((value) => isUrl(value, "http:", "https:"), { error: message, abort: true });
const whole = (max: number, min: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);

/** Whole roubles as kopecks; at most what a sum of money may be. */
const roubles = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, "must be whole roubles without spaces, like 350000")
  .transform((value) => BigInt(value) * 100n)
  .refine((value) => value <= 10n ** 13n, "must be at most 100000000000 roubles");

const shape = {
  DATABASE_URL: z
    .string()
    .refine(
      (value) => isUrl(value, "postgresql:", "postgres:"),
      "must look like postgresql://user:password@host:5432/database",
    )
    .optional(),
  AMPER_DEMO: z.enum(["0", "1"], "must be 1 (demonstration) or 0").optional(),
  AMPER_NOW: z.iso
    .datetime({ offset: true, message: "must be an instant like 2026-11-23T12:00:00+03:00" })
    .transform((value) => new Date(value))
    .optional(),
  AMPER_DATA_DIR: z.string().default(".data"),
  HOST: z.string().optional(),
  PORT: whole(65535, 1, "must be a number from 1 to 65535").default(3000),
  APP_URL: http("must be an address like https://cabinet.example.com")
    .refine((value) => URL.parse(value)?.pathname === "/", "must be only scheme and host, without a path")
    .transform((value) => new URL(value).origin)
    .optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .refine(
      (value) => [16, 24, 32].includes(Buffer.from(value, "base64").length),
      "must be base64 of 32 bytes; make one with: openssl rand -base64 32",
    )
    .optional(),
  TRUSTED_PROXIES: whole(10, 0, "must be a number from 0 to 10").default(0),
  BANK_API_URL: http("must be an address like https://api.yookassa.ru/v3")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  BANK_SHOP_ID: z.string().optional(),
  BANK_SECRET: z.string().optional(),
  PAYMENT_LIMIT_CARD: roubles.optional(),
  PAYMENT_LIMIT_SBP: roubles.optional(),
  REFUND_SECOND_PERSON_FROM: roubles.default(100_000_00n),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, "must be an address like Ампер <cabinet@example.com>")
    .optional(),
  RESEND_API_KEY: z.string().optional(),
  SMTP_URL: z
    .string()
    .refine((value) => isUrl(value, "smtp:", "smtps:"), "must look like smtps://user:password@mail.example.com:465")
    .optional(),
  STORAGE_DIR: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: http("must be an address like https://storage.example.com").optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SUPPLIER_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be a time zone like Europe/Moscow")
    .default("Europe/Moscow"),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be one of trace, debug, info, warn, error, fatal, silent",
    )
    .default("info"),
} satisfies Record<EnvName, z.ZodType>;

const schema = z.object(shape);
type Parsed = z.infer<typeof schema>;
type Source = Record<string, string | undefined>;

function missing(vars: Parsed): string[] {
  const problems: string[] = [];
  const need = (name: EnvName, why: string) => {
    if (vars[name] === undefined) problems.push(`${name} is missing: ${why}`);
  };
  need("APP_URL", "set it to the address people open, like https://cabinet.example.com");
  need("BANK_API_URL", "set it to the base address of the bank's API, like https://api.yookassa.ru/v3");
  need("BANK_SHOP_ID", "set it to the shop id the bank gave");
  need("BANK_SECRET", "set it to the secret key the bank gave");
  need("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "set it to one key for all instances, made with: openssl rand -base64 32");
  need("MAIL_FROM", "set it to the sender of letters, like Ампер <cabinet@example.com>");
  if (vars.RESEND_API_KEY === undefined && vars.SMTP_URL === undefined) {
    problems.push("RESEND_API_KEY and SMTP_URL are missing: set one of them, otherwise no letter can be sent");
  }
  return problems;
}

function contradictions(vars: Parsed, demonstration: boolean, source: Source): string[] {
  const problems: string[] = [];
  const app = vars.APP_URL === undefined ? undefined : new URL(vars.APP_URL);
  if (!demonstration && app?.protocol === "http:" && !LOOPBACK.test(app.hostname)) {
    problems.push("APP_URL must begin with https://: over http anyone on the way can read sessions");
  }
  if (!demonstration && vars.AMPER_NOW !== undefined && source.NODE_ENV !== "test") {
    problems.push("AMPER_NOW stops the clock and is for demonstrations only: remove it");
  }
  if (vars.DATABASE_URL === undefined && vars.AMPER_DEMO === "0") {
    problems.push("DATABASE_URL is missing: set it, or remove AMPER_DEMO=0 to start a demonstration");
  }
  if (vars.RESEND_API_KEY !== undefined && vars.SMTP_URL !== undefined) {
    problems.push("RESEND_API_KEY and SMTP_URL are both set: keep one of them");
  }
  if (vars.S3_BUCKET !== undefined) {
    for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
      if (vars[name] === undefined) problems.push(`${name} is missing: set it, or remove S3_BUCKET to keep files on disk`);
    }
  } else if (vars.S3_ENDPOINT !== undefined) {
    problems.push("S3_BUCKET is missing: set it, or remove S3_ENDPOINT to keep files on disk");
  }
  return problems;
}

function shaped(vars: Parsed, demonstration: boolean) {
  const dataDir = resolve(vars.AMPER_DATA_DIR);
  return Object.freeze({
    demonstration,
    databaseUrl: vars.DATABASE_URL,
    pinnedNow: vars.AMPER_NOW,
    dataDir,
    host: vars.HOST ?? (demonstration ? "127.0.0.1" : "0.0.0.0"),
    port: vars.PORT,
    appUrl: vars.APP_URL ?? `http://localhost:${vars.PORT}`,
    trustedProxies: vars.TRUSTED_PROXIES,
    bank: Object.freeze({
      apiUrl: vars.BANK_API_URL ?? "http://127.0.0.1:3090/v3",
      shopId: vars.BANK_SHOP_ID ?? "demo-shop",
      secret: vars.BANK_SECRET ?? "demo-secret",
    }),
    // The demonstration raises the bank's limits, so that the largest sum can be tried.
    cardLimit: vars.PAYMENT_LIMIT_CARD ?? (demonstration ? 100_000_000_00n : 350_000_00n),
    sbpLimit: vars.PAYMENT_LIMIT_SBP ?? (demonstration ? 100_000_000_000_00n : 700_000_00n),
    refundSecondPersonFrom: vars.REFUND_SECOND_PERSON_FROM,
    mailFrom: vars.MAIL_FROM ?? "Ампер <cabinet@demo.test>",
    resendApiKey: vars.RESEND_API_KEY,
    smtpUrl: vars.SMTP_URL,
    storageDir: vars.STORAGE_DIR === undefined ? join(dataDir, "files") : resolve(vars.STORAGE_DIR),
    s3:
      vars.S3_BUCKET !== undefined && vars.S3_ACCESS_KEY_ID !== undefined && vars.S3_SECRET_ACCESS_KEY !== undefined
        ? Object.freeze({
            bucket: vars.S3_BUCKET,
            endpoint: vars.S3_ENDPOINT,
            region: vars.S3_REGION,
            accessKeyId: vars.S3_ACCESS_KEY_ID,
            secretAccessKey: vars.S3_SECRET_ACCESS_KEY,
          })
        : undefined,
    supplierTimeZone: vars.SUPPLIER_TIME_ZONE,
    logLevel: vars.LOG_LEVEL,
  });
}

export type Env = ReturnType<typeof shaped>;

export function checkEnv(source: Source): { ok: true; env: Env } | { ok: false; problems: string[] } {
  // An empty variable means an absent one: that is how compose files and CI pass "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
  }
  const vars = parsed.data;
  const demonstration = vars.AMPER_DEMO === "1" || (vars.AMPER_DEMO === undefined && vars.DATABASE_URL === undefined);
  // A build is made once and configured where it runs.
  const building = source.NEXT_PHASE === "phase-production-build";
  const problems = contradictions(vars, demonstration, source);
  if (!demonstration && !building) problems.push(...missing(vars));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, env: shaped(vars, demonstration) };
}

function load(): Env {
  const checked = checkEnv(process.env);
  if (checked.ok) return checked.env;
  const error = new Error(`The environment is not usable:\n${checked.problems.join("\n")}`);
  // Whoever starts a script reads the sentences; where the import stood says nothing more.
  error.stack = error.message;
  throw error;
}

export const env = load();
