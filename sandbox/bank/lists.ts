import { z } from "zod";
import { invalid } from "./api-error";
import { parseBody } from "./bodies";
import type { Payment, Refund } from "./records";

const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .optional();

const pageQuery = z.object({
  "created_at.gte": moment,
  "created_at.gt": moment,
  "created_at.lte": moment,
  "created_at.lt": moment,
  limit: z.coerce.number().int().min(1).max(100).default(10),
  cursor: z.string().optional(),
});

const paymentsQuery = pageQuery.extend({
  status: z.enum(["pending", "waiting_for_capture", "succeeded", "canceled"]).optional(),
  payment_method: z.enum(["bank_card", "sbp"]).optional(),
});

const refundsQuery = pageQuery.extend({
  status: z.enum(["pending", "succeeded", "canceled"]).optional(),
  payment_id: z.string().optional(),
});

type Page = z.infer<typeof pageQuery>;
type Listed = { sequence: number; createdAt: string };

const toCursor = (sequence: number) => Buffer.from(`after ${sequence}`).toString("base64url");

function fromCursor(cursor: string): number {
  const [, digits] = /^after (\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (digits === undefined) throw invalid("Invalid cursor", "cursor");
  return Number(digits);
}

function inPeriod(createdAt: string, query: Page): boolean {
  const at = Date.parse(createdAt);
  const { "created_at.gte": gte = at, "created_at.gt": gt = -Infinity, "created_at.lte": lte = at, "created_at.lt": lt = Infinity } = query;
  return at >= gte && at > gt && at <= lte && at < lt;
}

/** Newest first; a cursor stands for a place in that order, so records that arrive meanwhile shift nothing. */
function pageOf<T extends Listed>(records: Iterable<T>, query: Page, fits: (record: T) => boolean, show: (record: T) => object): object {
  const before = query.cursor === undefined ? Infinity : fromCursor(query.cursor);
  const found = [...records].reverse().filter((record) => record.sequence < before && inPeriod(record.createdAt, query) && fits(record));
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return { type: "list", items: items.map(show), ...(last !== undefined && found.length > items.length && { next_cursor: toCursor(last.sequence) }) };
}

export function listPayments(payments: Iterable<Payment>, parameters: URLSearchParams, show: (payment: Payment) => object): object {
  const query = parseBody(paymentsQuery, Object.fromEntries(parameters));
  const { status, payment_method: type } = query;
  const fits = (payment: Payment) => (status ?? payment.status) === payment.status && (type === undefined || payment.method?.type === type);
  return pageOf(payments, query, fits, show);
}

export function listRefunds(refunds: Iterable<Refund>, parameters: URLSearchParams, show: (refund: Refund) => object): object {
  const query = parseBody(refundsQuery, Object.fromEntries(parameters));
  const { status, payment_id: paymentId } = query;
  const fits = (refund: Refund) => (status ?? refund.status) === refund.status && (paymentId ?? refund.paymentId) === refund.paymentId;
  return pageOf(refunds, query, fits, show);
}
