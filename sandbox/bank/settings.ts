import { z } from "zod";
import type { MethodType } from "./records";

export type BankOptions = {
  host?: string;
  /** 0 takes a free port. */
  port?: number;
  /** Address by which a payer's browser reaches the bank, when it is not the one listened on. */
  publicUrl?: string;
  shopId?: string;
  secret?: string;
  notifyUrl?: string;
  stateFile?: string;
  /** The most a payment may be, in kopecks; no limit by default. */
  limits?: Partial<Record<MethodType, bigint>>;
  /** Where the clock starts; it runs on from there unless frozen. */
  now?: Date;
  frozen?: boolean;
  log?: (line: string) => void;
};

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const roubles = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "whole roubles")
  .transform((text) => BigInt(text) * 100n);

const environment = z.object({
  BANK_HOST: z.string().default("127.0.0.1"),
  BANK_PORT: z.coerce.number().int().min(0).max(65_535).default(3090),
  BANK_PUBLIC_URL: address.optional(),
  BANK_SHOP_ID: z.string().default("demo-shop"),
  BANK_SECRET: z.string().default("demo-secret"),
  BANK_NOTIFY_URL: address.optional(),
  BANK_STATE_FILE: z.string().optional(),
  BANK_CARD_LIMIT: roubles.optional(),
  BANK_SBP_LIMIT: roubles.optional(),
  AMPER_NOW: z.iso.datetime({ offset: true }).optional(),
});

/** An empty variable counts as a missing one. */
export function readOptions(variables: NodeJS.ProcessEnv): BankOptions {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${issue?.path.join(".") ?? "environment"}: ${issue?.message ?? "wrong"}`);
  }
  const env = parsed.data;
  return {
    host: env.BANK_HOST,
    port: env.BANK_PORT,
    publicUrl: env.BANK_PUBLIC_URL,
    shopId: env.BANK_SHOP_ID,
    secret: env.BANK_SECRET,
    notifyUrl: env.BANK_NOTIFY_URL,
    stateFile: env.BANK_STATE_FILE,
    limits: { bank_card: env.BANK_CARD_LIMIT, sbp: env.BANK_SBP_LIMIT },
    ...(env.AMPER_NOW !== undefined && { now: new Date(env.AMPER_NOW) }),
  };
}
