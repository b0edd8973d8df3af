import type { MaskedCard } from "./cards";
import type { Cancellation, Outcome } from "./declines";

export type PaymentStatus = "pending" | "waiting_for_capture" | "succeeded" | "canceled";
type RefundStatus = "pending" | "succeeded" | "canceled";
export type MethodType = "bank_card" | "sbp";

export type Method = { id: string; type: MethodType; saved: boolean; card?: MaskedCard; operation?: string };

/** A payment as the bank keeps it; moments are ISO text, sums are roubles with two digits after the dot. */
export type Payment = {
  id: string;
  sequence: number;
  status: PaymentStatus;
  amount: string;
  refunded: string;
  createdAt: string;
  /** When an unpaid payment is given up. */
  confirmBy: string;
  capturedAt?: string;
  /** When a hold is given up. */
  captureBy?: string;
  description?: string;
  metadata: Record<string, string>;
  capture: boolean;
  confirmation?: "redirect" | "qr";
  returnUrl?: string;
  /** Ways to pay that are open to the payer. */
  ways: MethodType[];
  /** The shop named the way to pay. */
  way?: MethodType;
  saveMethod: boolean;
  method?: Method;
  cancellation?: Cancellation;
  secureCode: boolean;
  hasReceipt: boolean;
};

export type Refund = {
  id: string;
  sequence: number;
  paymentId: string;
  status: RefundStatus;
  amount: string;
  createdAt: string;
  description?: string;
  hasReceipt: boolean;
  /** When a pending refund succeeds. */
  settlesAt?: string;
  cancellation?: { party: "yoo_money" | "payment_network"; reason: "insufficient_funds" | "rejected_by_payee" };
};

/** A saved card: the token, the mask, and how the next charge of it ends. */
export type SavedMethod = { method: Method; charge: Outcome };

export type StoredAnswer = { fingerprint: string; body: object; storedAt: string };

export type NotificationRecord = {
  id: string;
  event: string;
  object: object;
  state: "waiting" | "delivered" | "lost" | "given_up";
  attempts: number;
  createdAt: string;
  dueAt: string;
  deliveredAt?: string;
  /** Held back until the next notification has gone out. */
  held: boolean;
};

export type BankState = {
  sequence: number;
  payments: Map<string, Payment>;
  refunds: Map<string, Refund>;
  methods: Map<string, SavedMethod>;
  answers: Map<string, StoredAnswer>;
  notifications: NotificationRecord[];
};

export function emptyState(): BankState {
  return { sequence: 0, payments: new Map(), refunds: new Map(), methods: new Map(), answers: new Map(), notifications: [] };
}
