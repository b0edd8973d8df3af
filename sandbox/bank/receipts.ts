import { invalid } from "./api-error";
import type { CreatePayment } from "./bodies";
import { toKopecks } from "./money";

const THOUSANDTHS = 1000;

/** A receipt that does not add up to the sum of the operation is refused. */
export function checkReceipt(receipt: CreatePayment["receipt"], amount: string): void {
  if (receipt === undefined) return;
  const total = receipt.items.reduce(
    (sum, item) => sum + toKopecks(item.amount.value) * BigInt(Math.round(Number(item.quantity) * THOUSANDTHS)),
    0n,
  );
  if (total !== toKopecks(amount) * BigInt(THOUSANDTHS)) throw invalid("Receipt items do not add up to the amount", "receipt.items");
}
