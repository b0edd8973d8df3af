import type { PaymentStatus, RefundStatus } from "@/lib/payments/constants";

/** Every step a payment, or a card being added, may make. Late money of a terminal one is a correction, not a step. */
export const PAYMENT_STEPS = {
  created: ["submitting"],
  submitting: ["unknown", "awaiting_user", "authorised", "succeeded", "canceled", "failed"],
  unknown: ["awaiting_user", "authorised", "succeeded", "canceled", "failed"],
  awaiting_user: ["authorised", "succeeded", "canceled", "expired"],
  authorised: ["succeeded", "canceled"],
  succeeded: [],
  canceled: [],
  expired: [],
  failed: [],
} as const satisfies Record<PaymentStatus, readonly PaymentStatus[]>;

export const REFUND_STEPS = {
  requested: ["approved", "canceled"],
  approved: ["submitting"],
  submitting: ["unknown", "succeeded", "canceled", "failed"],
  unknown: ["succeeded", "canceled", "failed"],
  succeeded: [],
  canceled: [],
  failed: [],
} as const satisfies Record<RefundStatus, readonly RefundStatus[]>;

export function canStep(from: PaymentStatus, to: PaymentStatus): boolean {
  const next: readonly PaymentStatus[] = PAYMENT_STEPS[from];
  return next.includes(to);
}

export function canRefundStep(from: RefundStatus, to: RefundStatus): boolean {
  const next: readonly RefundStatus[] = REFUND_STEPS[from];
  return next.includes(to);
}

/** Nothing more is expected of it. */
export function isFinal(status: PaymentStatus): boolean {
  return PAYMENT_STEPS[status].length === 0;
}

export function isRefundFinal(status: RefundStatus): boolean {
  return REFUND_STEPS[status].length === 0;
}
