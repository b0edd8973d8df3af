export const BILL_KINDS = ["advance", "final", "penalty", "restriction", "service"] as const;
export type BillKind = (typeof BILL_KINDS)[number];

/** «Вид реализации» as it stands before a bill's number. */
export const BILL_KIND_NAMES: Record<BillKind, string> = {
  advance: "Аванс",
  final: "Счёт за электроэнергию",
  penalty: "Пени",
  restriction: "Ограничение и возобновление",
  service: "Услуги",
};

export const ADVANCE_KINDS = ["advance", "overpayment", "penalty", "service"] as const;
export type AdvanceKind = (typeof ADVANCE_KINDS)[number];

export const ADVANCE_KIND_NAMES: Record<AdvanceKind, string> = {
  advance: "Аванс оплаченный",
  overpayment: "Переплата",
  penalty: "Переплата по пеням",
  service: "Переплата за услуги",
};

export const CONTRACTS_PER_PAGE = 20;

/** Unpaid bills shown on one card; the rest are counted and stand on the contract's own page. */
export const BILLS_PER_CARD = 20;
