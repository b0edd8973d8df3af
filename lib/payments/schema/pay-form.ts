import { z } from "zod";
import { PURPOSE_MAX } from "@/lib/payments/constants";
import { readAmount } from "@/lib/payments/rules/read-amount";

const amountSchema = z.string().max(64, "Введите сумму цифрами").transform((text, context) => {
  const read = readAmount(text);
  if (read.ok) return read.kopecks;
  context.addIssue({ code: "custom", message: read.message });
  return z.NEVER;
});

/** `new_card`, `sbp` or `card:` with the id of a saved one. */
const waySchema = z.string().pipe(z.union([z.enum(["new_card", "sbp"]), z.templateLiteral(["card:", z.uuid()])], "Выберите способ оплаты"));

/** A bill's id and what the page showed as due on it, kopecks. */
const shownBillSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,16}$/)
  .transform((text) => ({ id: text.slice(0, 36), due: BigInt(text.slice(37)) }));

/** «Реквизиты оплаты» as typed; `clientKey` makes a repetition give the same payment. */
export const payFormSchema = z.object({
  contract: z.string().regex(/^\d{14}$/),
  clientKey: z.uuid(),
  bills: z.array(shownBillSchema).max(1000),
  amount: amountSchema,
  way: waySchema,
  saveCard: z.boolean(),
  receiptEmail: z.string().trim().max(254, "Слишком длинный адрес").pipe(z.email("Введите адрес, например ivanova@example.com")),
  purpose: z.string().trim().min(1, "Напишите, за что платёж").max(PURPOSE_MAX, `Не длиннее ${PURPOSE_MAX} знаков`),
});

/** One payment or card being added, by its id. */
export const startedSchema = z.object({ id: z.uuid() });
