import { z } from "zod";
import { fromBankAmount } from "@/lib/payments/rules/bank-amount";
import type { BankMethod, BankPayment, BankRefund } from "@/lib/payments/types";

const amount = z.object({ value: z.string().regex(/^\d{1,15}\.\d{2}$/).transform(fromBankAmount), currency: z.string().max(8) });
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.string().regex(/^[\w.:-]{1,64}$/);
const reason = z.object({ reason: z.string().max(64) }).optional();

const card = z
  .object({
    first6: z.string().regex(/^\d{0,6}$/).default(""),
    last4: z.string().regex(/^\d{4}$/),
    expiry_month: z.string().regex(/^\d{1,2}$/),
    expiry_year: z.string().regex(/^\d{4}$/),
    card_type: z.string().max(32).optional(),
  })
  .transform(({ first6, last4, expiry_month, expiry_year, card_type }) => ({
    mask: `${first6}******${last4}`,
    brand: card_type ?? null,
    expiryMonth: Number(expiry_month),
    expiryYear: Number(expiry_year),
  }));

const method = z
  .object({ id, saved: z.boolean().default(false), title: z.string().max(128).optional(), card: card.optional() })
  .transform((given): BankMethod => ({ ...given, title: given.title ?? null, card: given.card ?? null }));

export const bankPaymentSchema = z
  .object({
    id,
    status: z.enum(["pending", "waiting_for_capture", "succeeded", "canceled"]),
    amount,
    metadata: z.record(z.string(), z.string()).default({}),
    confirmation: z.object({ confirmation_url: z.url({ protocol: /^https?$/ }).optional() }).optional(),
    refunded_amount: amount.optional(),
    payment_method: method.optional(),
    cancellation_details: reason,
    created_at: moment,
  })
  .transform((given): BankPayment => ({
    id: given.id,
    status: given.status,
    amount: given.amount.value,
    refunded: given.refunded_amount?.value ?? 0n,
    currency: given.amount.currency,
    metadata: given.metadata,
    confirmationUrl: given.confirmation?.confirmation_url ?? null,
    method: given.payment_method ?? null,
    reason: given.cancellation_details?.reason ?? null,
    createdAt: given.created_at,
  }));

export const bankRefundSchema = z
  .object({
    id,
    payment_id: id,
    status: z.enum(["pending", "succeeded", "canceled"]),
    amount,
    cancellation_details: reason,
    created_at: moment,
  })
  .transform((given): BankRefund => ({
    id: given.id,
    paymentId: given.payment_id,
    status: given.status,
    amount: given.amount.value,
    currency: given.amount.currency,
    reason: given.cancellation_details?.reason ?? null,
    createdAt: given.created_at,
  }));

/** One page of a list of the bank. */
export function bankListSchema<T>(item: z.ZodType<T>) {
  return z.object({ items: z.array(item), next_cursor: z.string().max(256).optional() });
}

export const bankErrorSchema = z.object({ code: z.string().max(64), parameter: z.string().max(64).optional() });

/** A notification is believed in nothing but which object it may be about. */
export const bankNotificationSchema = z.object({
  type: z.literal("notification"),
  event: z.string().regex(/^[a-z_.]{1,64}$/),
  object: z.object({
    id,
    payment_id: id.optional(),
    metadata: z.object({ payment_id: z.uuid().optional().catch(undefined), card_link_id: z.uuid().optional().catch(undefined) }).optional().catch(undefined),
  }),
});
export type GivenNotification = z.infer<typeof bankNotificationSchema>;
