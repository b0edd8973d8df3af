import { parseDate } from "@internationalized/date";
import { z } from "zod";
import { PAYMENT_STATUSES } from "@/lib/payments/constants";

/** The address of the list of payments; `attention`: held ones, and refunds that wait for a second person. */
export const staffPaymentsAddressSchema = z.object({
  search: z.string().trim().max(100).catch(""),
  status: z.enum(["attention", ...PAYMENT_STATUSES]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type StaffPaymentsAddress = z.infer<typeof staffPaymentsAddressSchema>;

/** A payment's number from the address; null is none. */
export const paymentNumberSchema = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform((text) => BigInt(text))
  .nullable()
  .catch(null);

/** A day as ISO text, when there is such a day. */
export const daySchema = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine((text) => {
    try {
      return parseDate(text).toString() === text;
    } catch {
      return false;
    }
  })
  .optional()
  .catch(undefined);
