import type { AdvanceKind, BillKind } from "@/lib/bills/constants";

/** Who is paying a bill right now: nobody else can start until it ends. */
export type BillPayer = {
  name: string;
  until: Date;
  /** Set for the person's own payment: where to go on with it. */
  paymentId: string | null;
};

export type UnpaidBill = {
  number: string;
  kind: BillKind;
  /** ISO date. */
  dueOn: string;
  overdue: boolean;
  /** Kopecks still to pay: what was paid here counts before billing confirms it. */
  due: bigint;
  payer: BillPayer | null;
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
  /** Kopecks paid here over the bills that billing has not entered yet. */
  incoming: bigint;
};
