import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { createPayment } from "@/lib/payments/commands/create-payment";
import { submitPayment } from "@/lib/payments/process/submit-payment";
import { getAttempt } from "@/lib/payments/queries/get-attempt";
import type { PaymentRequest, StartOutcome } from "@/lib/payments/types";

/** Creates the payment and takes it to the bank. The same key gives the same payment. */
export async function startPayment(scope: ContractScope, request: PaymentRequest): Promise<StartOutcome> {
  const created = await createPayment(scope, request);
  if (created.kind !== "created") return created;
  const { id, status, confirmationUrl } = created.payment;
  if (status !== "created") return { kind: "started", paymentId: id, status, confirmationUrl };
  await submitPayment(id);
  const known = (await getAttempt(id)) ?? created.payment;
  return { kind: "started", paymentId: id, status: known.status, confirmationUrl: known.confirmationUrl };
}
