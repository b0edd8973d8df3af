"use server";

import { revalidatePath } from "next/cache";
import { clientAction } from "@/lib/auth/action";
import { listScopes } from "@/lib/auth/scope";
import { checkPayment } from "@/lib/payments/process/check-payment";
import { startedSchema } from "@/lib/payments/schema/pay-form";

/** The page of a payment that is not over asks the bank again and shows what is known. */
export const checkPaymentAction = clientAction({ schema: startedSchema, limit: "action" }, async (actor, { id }) => {
  if (!(await checkPayment(listScopes(actor, "payments.make"), id))) return { ok: false, code: "missing" };
  revalidatePath(`/payments/result/${id}`);
  return { ok: true, data: null };
});
