import type { AllocationPlan, PayableBill, PlannedAllocation } from "@/lib/payments/types";

/** Ticked bills by due date, then by number, as far as the money goes; the rest is prepayment. */
export function planAllocation(bills: readonly PayableBill[], amount: bigint): AllocationPlan {
  let left = amount;
  const allocations: PlannedAllocation[] = [];
  for (const bill of bills.toSorted(byDueDate)) {
    const part = left < bill.due ? left : bill.due;
    if (part <= 0n) continue;
    allocations.push({ billId: bill.id, number: bill.number, amount: part });
    left -= part;
  }
  return { allocations, prepayment: left };
}

function byDueDate(a: PayableBill, b: PayableBill): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}
