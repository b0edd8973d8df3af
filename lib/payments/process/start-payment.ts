import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import type { PaymentRequest, StartOutcome } from "@/lib/payments/types";

/** Creates the payment and takes it to the bank. The same key gives the same payment. */
export function startPayment(_scope: ContractScope, _request: PaymentRequest): Promise<StartOutcome> {
  throw new Error("not written yet");
}
