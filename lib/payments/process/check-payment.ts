import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { isFinal } from "@/lib/payments/rules/machine";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { getPayment } from "@/lib/payments/queries/get-payment";

/** Asks the bank about the person's own payment while it is not over. `false`: no such payment. */
export async function checkPayment(scopes: ContractScope[], id: string): Promise<boolean> {
  const payment = await getPayment(scopes, id);
  if (payment === null) return false;
  if (!isFinal(payment.status)) await refreshPayment(id);
  return true;
}
