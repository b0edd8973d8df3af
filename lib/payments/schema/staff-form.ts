import { z } from "zod";
import { REASON_MAX } from "@/lib/payments/constants";
import { readAmount } from "@/lib/payments/rules/read-amount";

const reasonSchema = z.string().trim().min(1, "Напишите причину").max(REASON_MAX, `Не длиннее ${REASON_MAX} знаков`);

/** A payment of the contract; its number is where the answer is shown. */
const aimed = { contract: z.string().regex(/^\d{14}$/), payment: z.uuid(), number: z.string().regex(/^\d{1,18}$/) };

export const clearHoldSchema = z.object({ ...aimed, reason: reasonSchema, then: z.enum(["recheck", "close"]) });

export const refundFormSchema = z.object({
  ...aimed,
  clientKey: z.uuid(),
  reason: reasonSchema,
  amount: z.string().max(64, "Введите сумму цифрами").transform((text, context) => {
    const read = readAmount(text);
    if (read.ok) return read.kopecks;
    context.addIssue({ code: "custom", message: read.message });
    return z.NEVER;
  }),
});

export const approveRefundSchema = z.object({ ...aimed, refund: z.uuid() });
export const declineRefundSchema = z.object({ ...aimed, refund: z.uuid(), reason: reasonSchema });
