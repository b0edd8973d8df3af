import type { PaymentStatus } from "@/lib/payments/constants";
import { canStep, isFinal } from "@/lib/payments/rules/machine";
import type { BankPayment } from "@/lib/payments/types";

/** A payment, or a card being added, as its row says. */
export type KnownAttempt = {
  status: PaymentStatus;
  amount: bigint;
  bankId: string | null;
  /** What the bank's metadata must carry. */
  tag: { key: "payment_id" | "card_link_id"; id: string };
  held: boolean;
  /** Staff looked at a mismatch after it had ended; asking again would bring the same. */
  settledByStaff: boolean;
  liveUntil: Date;
};

type Mismatch = "amount" | "currency" | "metadata" | "second_bank_payment";

export type Decision =
  | { kind: "none" }
  | { kind: "step"; to: PaymentStatus }
  /** Nothing happened, but now it is known which object of the bank it is. */
  | { kind: "attach" }
  /** Money came for a payment that had ended without it. */
  | { kind: "correct" }
  | { kind: "hold"; reason: Mismatch };

const NONE: Decision = { kind: "none" };

/** What the bank's object means for ours. The bank is right about money, never about what was asked. */
export function decidePayment(known: KnownAttempt, object: BankPayment, now: Date): Decision {
  if (known.held) return NONE;
  const moved = object.status === "succeeded" || object.status === "waiting_for_capture";
  const mismatch = findMismatch(known, object);
  if (mismatch) return isFinal(known.status) && (!moved || known.settledByStaff) ? NONE : { kind: "hold", reason: mismatch };
  if (object.status === "succeeded" && isFinal(known.status)) return known.status === "succeeded" ? NONE : { kind: "correct" };
  const to = targetOf(known, object, now);
  if (to !== null && canStep(known.status, to)) return { kind: "step", to };
  return known.bankId === null ? { kind: "attach" } : NONE;
}

function findMismatch({ amount, bankId, tag }: KnownAttempt, object: BankPayment): Mismatch | null {
  if (object.metadata[tag.key] !== tag.id) return "metadata";
  if (bankId !== null && bankId !== object.id) return "second_bank_payment";
  if (object.currency !== "RUB") return "currency";
  return object.amount === amount ? null : "amount";
}

function targetOf({ status, liveUntil }: KnownAttempt, object: BankPayment, now: Date): PaymentStatus | null {
  switch (object.status) {
    case "succeeded":
      return "succeeded";
    case "canceled":
      return "canceled";
    case "waiting_for_capture":
      return "authorised";
    case "pending":
      if (status === "awaiting_user") return now >= liveUntil ? "expired" : null;
      // Without a page nobody can be awaited: the bank itself is still at it.
      return object.confirmationUrl === null ? "unknown" : "awaiting_user";
  }
}
