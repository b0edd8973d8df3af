import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { startBank } from "@/sandbox/bank/bank";
import type { BankOptions } from "@/sandbox/bank/settings";
import { type GivenAnswer, startHttpStandIn } from "./http-stand-in";

/** What the tests look at in any object of the bank. */
export type BankObject = {
  id: string;
  type: string;
  status: string;
  paid: boolean;
  amount: { value: string; currency: string };
  created_at: string;
  captured_at?: string;
  expires_at?: string;
  metadata: Record<string, string>;
  refundable: boolean;
  refunded_amount?: { value: string };
  receipt_registration?: string;
  confirmation?: { confirmation_url: string; confirmation_data?: string };
  payment_method?: { id: string; type: string; saved: boolean; title: string; card?: { first6: string; last4: string; card_type: string } };
  cancellation_details?: { party: string; reason: string };
  payment_id?: string;
  code?: string;
  description?: string;
  parameter?: string;
  items: BankObject[];
  next_cursor?: string;
};

export type BankAnswer = { status: number; body: BankObject };
type BankState = { payments: BankObject[]; refunds: BankObject[]; notifications: { event: string; state: string; attempts: number }[]; keys: number };

const AUTHORIZATION = `Basic ${Buffer.from("demo-shop:demo-secret").toString("base64")}`;
export const RETURN_URL = "http://shop.test/back";

export const paymentBody = (extra: object = {}) => ({
  amount: { value: "1116218.00", currency: "RUB" },
  capture: true,
  confirmation: { type: "redirect", return_url: RETURN_URL },
  description: "Счёт № 127000000011",
  metadata: { attempt: "a1" },
  ...extra,
});

/** The shop's side of the API. */
export function bankClient(url: string) {
  async function ask(path: string, init: RequestInit = {}): Promise<BankAnswer> {
    const answer = await fetch(`${url}${path}`, { redirect: "manual", ...init, headers: { authorization: AUTHORIZATION, ...init.headers } });
    return { status: answer.status, body: (await answer.json()) as BankObject };
  }
  const post = (path: string, body: unknown, key: string = randomUUID()) =>
    ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", "idempotence-key": key } });
  return {
    ask,
    post,
    get: (path: string) => ask(path),
    create: (extra: object = {}, key?: string) => post("/v3/payments", paymentBody(extra), key),
    command: (name: string, body: unknown) => ask(`/control${name}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    state: async () => (await (await fetch(`${url}/control/state`)).json()) as BankState,
    /** A form of a hosted page. */
    submit: (path: string, form: Record<string, string>) => fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" }),
    page: (path: string) => fetch(`${url}${path}`, { redirect: "manual" }),
  };
}

/** A bank that stands until the test ends; its clock stands still unless told otherwise. */
export async function openBank(options: BankOptions = {}) {
  const bank = await startBank({ now: new Date("2026-11-21T09:00:00Z"), frozen: true, ...options });
  onTestFinished(() => bank.stop());
  return { ...bankClient(bank.url), ...bank };
}

type Heard = { type: string; event: string; object: BankObject };

/** The shop's address for notifications. */
export async function openShop(answer: () => GivenAnswer = () => ({ status: 200 })) {
  const shop = await startHttpStandIn(answer);
  onTestFinished(() => shop.stop());
  return { url: `${shop.url}/notifications`, heard: () => shop.seen.map(({ body }) => JSON.parse(body.toString()) as Heard) };
}
