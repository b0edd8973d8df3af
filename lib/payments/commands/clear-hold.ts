import "server-only";
import type { ContractScope } from "@/lib/auth/actor";

/** Staff looked at a held payment and says why it may go on; `false`: it is not held any more. */
export function clearHold(_scope: ContractScope, _paymentId: string, _reason: string): Promise<boolean> {
  throw new Error("not written yet");
}
