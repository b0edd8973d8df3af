import { z } from "zod";
import { invalid } from "./api-error";

const webAddress = z.string().max(2048).regex(/^https?:\/\/[^\s]+$/i).refine(URL.canParse);

const positiveValue = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})\.\d{2}$/)
  .refine((value) => /[1-9]/.test(value), "must be more than 0.00");

const amount = z.object({ value: positiveValue, currency: z.literal("RUB") });
const metadata = z.record(z.string().max(32), z.string().max(512)).refine((pairs) => Object.keys(pairs).length <= 16, "has more than 16 keys");

const receipt = z.object({
  customer: z.object({ email: z.string().optional(), phone: z.string().optional() }).refine((who) => (who.email ?? who.phone) !== undefined, "needs email or phone"),
  items: z
    .array(
      z.object({
        description: z.string().min(1).max(128),
        quantity: z.union([z.number().positive(), z.string().regex(/^\d+(\.\d{1,3})?$/)]),
        amount,
        vat_code: z.number().int().min(1).max(12),
      }),
    )
    .min(1),
});

export const createPaymentBody = z.object({
  amount,
  capture: z.boolean().default(false),
  description: z.string().max(128).optional(),
  metadata: metadata.default({}),
  confirmation: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("redirect"), return_url: webAddress }),
      z.object({ type: z.literal("qr"), return_url: webAddress.optional() }),
    ])
    .optional(),
  payment_method_data: z.object({ type: z.enum(["bank_card", "sbp"]) }).optional(),
  payment_method_id: z.string().min(1).max(64).optional(),
  save_payment_method: z.boolean().default(false),
  receipt: receipt.optional(),
});

export const captureBody = z.object({ amount: amount.optional(), receipt: receipt.optional() });

export const createRefundBody = z.object({
  payment_id: z.string().min(1).max(64),
  amount,
  description: z.string().max(250).optional(),
  receipt: receipt.optional(),
});

export type CreatePayment = z.infer<typeof createPaymentBody>;
export type CreateRefund = z.infer<typeof createRefundBody>;

/** What the schema makes of the body; otherwise the bank's own refusal that names the parameter. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const parameter = issue?.path.join(".") ?? "";
  throw invalid(`Invalid parameter: ${issue?.message ?? "body"}`, parameter === "" ? undefined : parameter);
}
