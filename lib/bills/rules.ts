import type { ContractDebt } from "@/lib/bills/types";

export function noDebt(): ContractDebt {
  return { total: 0n, billCount: 0, overdueCount: 0, bills: [], advances: [], incoming: 0n };
}

/** Kopecks of all contracts together; advances are not subtracted. */
export function totalDebt(debts: Iterable<ContractDebt>): bigint {
  let total = 0n;
  for (const debt of debts) total += debt.total;
  return total;
}
