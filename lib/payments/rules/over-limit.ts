import type { PaymentMethod } from "@/lib/payments/constants";
import type { PaymentLimits } from "@/lib/payments/types";

/** The limit that stands in the way of this sum, kopecks; null: none. */
export function overLimit(method: PaymentMethod, amount: bigint, limits: PaymentLimits): bigint | null {
  return amount > limits[method] ? limits[method] : null;
}
