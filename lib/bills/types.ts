import type { AdvanceKind, BillKind } from "@/lib/bills/constants";

type UnpaidBill = {
  number: string;
  kind: BillKind;
  /** ISO date. */
  dueOn: string;
  overdue: boolean;
  /** Kopecks still to pay. */
  due: bigint;
};

export type ContractDebt = {
  /** Kopecks of all unpaid bills, also of those not listed. */
  total: bigint;
  billCount: number;
  overdueCount: number;
  /** By due date, at most BILLS_PER_CARD. */
  bills: UnpaidBill[];
  /** Shown as they are, never netted against the bills; zero ones are absent. */
  advances: { kind: AdvanceKind; amount: bigint }[];
};
