import type { ActionFailure } from "@/lib/auth/types";
import type { BillKind } from "@/lib/bills/constants";
import type { BillPayer } from "@/lib/bills/types";
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

type CreatedPayment = { id: string; number: bigint; status: PaymentStatus; confirmationUrl: string | null };

/** A bill that somebody pays now: who, and until when. */
export type BusyBill = {
  number: string;
  by: string;
  until: Date;
  own: boolean;
  /** The own live payment, which may be continued instead; null for somebody else's. */
  paymentId: string | null;
};

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

type StartedPayment = { paymentId: string; status: PaymentStatus; confirmationUrl: string | null };
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

/** An unpaid bill on «Реквизиты оплаты». */
export type PayableLine = PayableBill & { kind: BillKind; overdue: boolean; payer: BillPayer | null };

export type CardLine = { id: string; mask: string; brand: string | null; expiryMonth: number; expiryYear: number };

export type SettledBill = { number: string; kind: BillKind; amount: bigint };

/** A payment as its payer sees it. */
export type PaymentResult = {
  id: string;
  number: bigint;
  contract: string;
  status: PaymentStatus;
  method: PaymentMethod;
  /** Mask and kind of what paid, in the bank's words. */
  methodTitle: string | null;
  amount: bigint;
  refunded: bigint;
  purpose: string;
  receiptEmail: string;
  failureReason: string | null;
  /** Staff must look at it before anything is settled. */
  held: boolean;
  createdAt: Date;
  capturedAt: Date | null;
  liveUntil: Date;
  confirmationUrl: string | null;
  /** What it was meant to settle. */
  planned: SettledBill[];
  /** What it settled; the rest of the money is prepayment. */
  settled: SettledBill[];
};

/** Adding a card as its owner sees it. */
export type CardLinkResult = {
  id: string;
  status: PaymentStatus;
  /** The card is in the list. */
  savedCard: boolean;
  confirmationUrl: string | null;
  failureReason: string | null;
};

/** What was typed into «Реквизиты оплаты»; a refused form keeps it. */
export type PayFormValues = {
  clientKey: string;
  amount: string;
  way: string;
  saveCard: boolean;
  receiptEmail: string;
  purpose: string;
};

/** How an attempt to pay ended: where to go on, or why it did not begin; what was typed stays. */
export type PayState =
  | { ok: true; data: { kind: "go"; url: string } }
  | { ok: false; code: ActionFailure["code"] | PaymentRefusal["kind"]; message: string | null; fieldErrors: Record<string, string>; values: PayFormValues };

/** A payment as the bank tells it; kopecks. */
export type BankPayment = {
  id: string;
  status: "pending" | "waiting_for_capture" | "succeeded" | "canceled";
  amount: bigint;
  /** Given back so far, also by refunds that are still on their way. */
  refunded: bigint;
  currency: string;
  metadata: Readonly<Record<string, string>>;
  confirmationUrl: string | null;
  method: BankMethod | null;
  /** Why it was canceled. */
  reason: string | null;
  createdAt: Date;
};

export type BankMethod = {
  id: string;
  saved: boolean;
  title: string | null;
  card: { mask: string; brand: string | null; expiryMonth: number; expiryYear: number } | null;
};

export type BankRefund = {
  id: string;
  paymentId: string;
  status: "pending" | "succeeded" | "canceled";
  amount: bigint;
  currency: string;
  reason: string | null;
  createdAt: Date;
};

/** What a call to the bank gave: `unknown` says nothing about what the bank did. */
export type BankAnswer<T> =
  | { kind: "answer"; object: T }
  | { kind: "refused"; status: number; code: string }
  | { kind: "unknown"; reason: string };

/** What the bank is asked to do for a payment; made from the stored row alone, so that every repetition is the same. */
export type BankOrder = {
  amount: bigint;
  capture: boolean;
  description: string;
  metadata: Record<string, string>;
  returnUrl: string;
  way: { token: string } | { type: "bank_card" | "sbp"; save: boolean };
  receipt: { email: string; subject: string } | null;
};

/** A line of the day's comparison of the bank's list with ours. */
export type Difference = {
  kind: "unknown_here" | "second_payment" | "missing_there" | "status" | "amount" | "refunds" | "held";
  bankId: string | null;
  paymentId: string | null;
  number: string | null;
  /** Kopecks as text: they are stored as JSON. */
  theirs: string | null;
  ours: string | null;
};

export type Reconciliation = { from: string; to: string; at: string; checked: number; repaired: number; differences: Difference[] };

/** A line of the list that staff sees. */
export type StaffPaymentLine = {
  number: string;
  contract: string;
  clientName: string;
  createdAt: Date;
  status: PaymentStatus;
  amount: bigint;
  refunded: bigint;
  held: boolean;
  /** A refund waits for a second person. */
  waitsForConsent: boolean;
};

export type StaffRefund = {
  id: string;
  number: string;
  status: RefundStatus;
  amount: bigint;
  reason: string;
  failureReason: string | null;
  createdAt: Date;
  requestedBy: string | null;
  requestedByUserId: string | null;
  approvedBy: string | null;
};

/** A call to the bank or a step, when it was and what came of it. */
export type StaffCall = { id: string; operation: string; refund: string | null; startedAt: Date; finishedAt: Date | null; outcome: string | null };
export type StaffEvent = { id: string; at: Date; by: string | null; action: string; before: unknown; after: unknown };

/** Everything the supplier knows of a payment. */
export type StaffPayment = Omit<StaffPaymentLine, "held" | "waitsForConsent"> & {
  id: string;
  payer: string | null;
  captured: bigint;
  /** What may still be given back: requested refunds reserve their money. */
  refundable: bigint;
  method: PaymentMethod;
  methodTitle: string | null;
  purpose: string;
  receiptEmail: string;
  bankId: string | null;
  failureReason: string | null;
  heldReason: string | null;
  capturedAt: Date | null;
  bills: { number: string; kind: BillKind; planned: bigint | null; settled: bigint | null; confirmedAt: Date | null }[];
  refunds: StaffRefund[];
  calls: StaffCall[];
  notifications: { id: string; at: Date; event: string; objectId: string }[];
  events: StaffEvent[];
};

/** A refused form of staff: why, and what was typed. */
export type StaffFormState = {
  ok: false;
  code: ActionFailure["code"] | "too_much" | "reused_key" | "same_person";
  message: string | null;
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
};
