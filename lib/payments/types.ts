import type { PaymentMethod, PaymentStatus, RefundStatus } from "@/lib/payments/constants";

/** A bill as a plan of payment sees it; kopecks still to pay. */
export type PayableBill = {
  id: string;
  number: string;
  /** ISO date. */
  dueOn: string;
  due: bigint;
};

export type PlannedAllocation = { billId: string; number: string; amount: bigint };

/** What a sum will settle; the rest is prepayment for the next invoices. */
export type AllocationPlan = { allocations: PlannedAllocation[]; prepayment: bigint };

/** Limits of the bank per way to pay, kopecks. */
export type PaymentLimits = Record<PaymentMethod, bigint>;

export type PaymentRequest = {
  /** Made by the page; sending it twice gives one payment. */
  clientKey: string;
  amount: bigint;
  /** Bills that were ticked, all of this contract. */
  billIds: readonly string[];
  /** What the page showed as still to pay on each of them; other figures now answer `changed`. Absent: not checked. */
  shownDue?: Readonly<Record<string, bigint>>;
  method: PaymentMethod;
  savedCardId?: string;
  saveCard: boolean;
  receiptEmail: string;
  purpose: string;
};

export type CreatedPayment = { id: string; number: bigint; status: PaymentStatus; confirmationUrl: string | null };

/** A bill that somebody pays now: who, and until when. */
export type BusyBill = { number: string; by: string; until: Date; own: boolean };

export type PaymentRefusal =
  | { kind: "busy"; bills: BusyBill[] }
  | { kind: "limit"; limit: bigint }
  /** A chosen bill is paid, foreign, or not due that much any more. */
  | { kind: "changed" }
  /** The same key came with other content. */
  | { kind: "reused_key" }
  | { kind: "email_unconfirmed" }
  /** The saved card is removed or somebody else's. */
  | { kind: "card_missing" };

export type CreateOutcome = { kind: "created"; payment: CreatedPayment } | PaymentRefusal;

export type StartedPayment = { paymentId: string; status: PaymentStatus; confirmationUrl: string | null };
export type StartOutcome = ({ kind: "started" } & StartedPayment) | PaymentRefusal;

export type StartedCardLink = { linkId: string; status: PaymentStatus; confirmationUrl: string | null };

export type RefundRequest = { paymentId: string; amount: bigint; reason: string; clientKey: string };

export type RefundOutcome =
  /** `requested` waits for a second person; `approved` is on its way to the bank. */
  | { kind: "accepted"; refundId: string; status: RefundStatus }
  /** More than was captured and not yet given back; kopecks that still may be. */
  | { kind: "too_much"; available: bigint }
  /** The payment is foreign, or no money came by it. */
  | { kind: "missing" }
  | { kind: "reused_key" };

export type ApprovalOutcome = { kind: "done"; status: RefundStatus } | { kind: "same_person" } | { kind: "missing" };
