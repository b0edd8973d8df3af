import "server-only";
import type { z } from "zod";
import { env } from "@/lib/platform/env";
import { toBankAmount } from "@/lib/payments/rules/bank-amount";
import { bankErrorSchema, bankListSchema, bankPaymentSchema, bankRefundSchema } from "@/lib/payments/schema/bank-object";
import type { BankAnswer, BankOrder, BankPayment, BankRefund } from "@/lib/payments/types";

/** A person waits for the answer; what the bank does later is asked for by a job. */
const TIMEOUT_MS = 15_000;
const PAGE = 100;
/** A month of the busiest shop; more means the bank repeats its cursor. */
const MAX_PAGES = 2_000;
/** 22/122, НДС of money paid before delivery. */
const VAT_CODE = 12;
/** Refusals of this very request; any other status says nothing about an earlier one with the same key. */
const REFUSALS = { GET: [400, 404], POST: [400, 422] };

type Call = { method: "GET" | "POST"; path: string; key?: string; body?: object };

/** Never throws for what the bank or the way to it does: the outcome is simply not known then. */
async function call<T>({ method, path, key, body }: Call, schema: z.ZodType<T>): Promise<BankAnswer<T>> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${env.bank.apiUrl}${path}`, {
      method,
      headers: {
        Authorization: `Basic ${Buffer.from(`${env.bank.shopId}:${env.bank.secret}`).toString("base64")}`,
        ...(key !== undefined && { "Idempotence-Key": key }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await answer.text();
  } catch (error) {
    return { kind: "unknown", reason: error instanceof Error && error.name === "TimeoutError" ? "timeout" : "no connection" };
  }
  return read(answer.status, REFUSALS[method], text, schema);
}

function read<T>(status: number, refusals: readonly number[], text: string, schema: z.ZodType<T>): BankAnswer<T> {
  const json = parse(text);
  if (status === 200) {
    const parsed = schema.safeParse(json);
    return parsed.success ? { kind: "answer", object: parsed.data } : { kind: "unknown", reason: "unreadable answer" };
  }
  if (!refusals.includes(status)) return { kind: "unknown", reason: `HTTP ${status}` };
  const error = bankErrorSchema.safeParse(json);
  const code = error.success ? [error.data.code, error.data.parameter].filter(Boolean).join(":") : "unreadable";
  return { kind: "refused", status, code };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const money = (kopecks: bigint) => ({ value: toBankAmount(kopecks), currency: "RUB" });

function orderBody({ amount, capture, description, metadata, returnUrl, way, receipt }: BankOrder): object {
  const chosen =
    "token" in way
      ? { payment_method_id: way.token }
      : {
          payment_method_data: { type: way.type },
          confirmation: { type: "redirect", return_url: returnUrl },
          ...(way.save && { save_payment_method: true }),
        };
  const item = receipt && {
    description: receipt.subject,
    quantity: "1.00",
    amount: money(amount),
    vat_code: VAT_CODE,
    payment_mode: "full_prepayment",
    payment_subject: "commodity",
  };
  return {
    amount: money(amount),
    capture,
    description,
    metadata,
    ...chosen,
    ...(receipt && { receipt: { customer: { email: receipt.email }, items: [item] } }),
  };
}

export function createBankPayment(key: string, order: BankOrder): Promise<BankAnswer<BankPayment>> {
  return call({ method: "POST", path: "/payments", key, body: orderBody(order) }, bankPaymentSchema);
}

export function getBankPayment(bankId: string): Promise<BankAnswer<BankPayment>> {
  return call({ method: "GET", path: `/payments/${encodeURIComponent(bankId)}` }, bankPaymentSchema);
}

export function cancelBankPayment(bankId: string, key: string): Promise<BankAnswer<BankPayment>> {
  return call({ method: "POST", path: `/payments/${encodeURIComponent(bankId)}/cancel`, key, body: {} }, bankPaymentSchema);
}

export function createBankRefund(key: string, refund: { bankPaymentId: string; amount: bigint; description: string }): Promise<BankAnswer<BankRefund>> {
  const body = { payment_id: refund.bankPaymentId, amount: money(refund.amount), description: refund.description };
  return call({ method: "POST", path: "/refunds", key, body }, bankRefundSchema);
}

export function getBankRefund(bankId: string): Promise<BankAnswer<BankRefund>> {
  return call({ method: "GET", path: `/refunds/${encodeURIComponent(bankId)}` }, bankRefundSchema);
}

/** Created in this span: from the first moment, up to but not at the last. */
type Span = { from: Date; to: Date };

export function listBankPayments({ from, to }: Span): Promise<BankAnswer<BankPayment[]>> {
  return listAll("/payments", { "created_at.gte": from.toISOString(), "created_at.lt": to.toISOString() }, bankPaymentSchema);
}

export function listBankRefunds(of: Span | { bankPaymentId: string }): Promise<BankAnswer<BankRefund[]>> {
  const filter: Record<string, string> =
    "from" in of ? { "created_at.gte": of.from.toISOString(), "created_at.lt": of.to.toISOString() } : { payment_id: of.bankPaymentId };
  return listAll("/refunds", filter, bankRefundSchema);
}

/** Every page of a list, or nothing: half a list would look like missing money. */
async function listAll<T>(path: string, filter: Record<string, string>, item: z.ZodType<T>): Promise<BankAnswer<T[]>> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ ...filter, limit: String(PAGE), ...(cursor !== undefined && { cursor }) });
    const answer = await call({ method: "GET", path: `${path}?${query}` }, bankListSchema(item));
    if (answer.kind !== "answer") return answer;
    items.push(...answer.object.items);
    cursor = answer.object.next_cursor;
    if (cursor === undefined) return { kind: "answer", object: items };
  }
  return { kind: "unknown", reason: "endless list" };
}
