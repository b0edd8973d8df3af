import "server-only";

/** Asks the bank what became of the payment and stores it; the return page, notifications and the sweep call it. Never throws when the bank is away. */
export function refreshPayment(_paymentId: string): Promise<void> {
  throw new Error("not written yet");
}
