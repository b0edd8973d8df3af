export const PAYMENT_STATUSES = [
  "created",
  "submitting",
  "unknown",
  "awaiting_user",
  "authorised",
  "succeeded",
  "canceled",
  "expired",
  "failed",
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_STATUS_NAMES: Record<PaymentStatus, string> = {
  created: "Создан",
  submitting: "Передаётся в банк",
  unknown: "Уточняется в банке",
  awaiting_user: "Ждёт оплаты на странице банка",
  authorised: "Деньги удержаны, ждём зачисления",
  succeeded: "Оплачен",
  canceled: "Отменён",
  expired: "Не оплачен вовремя",
  failed: "Не прошёл",
};

export const PAYMENT_METHODS = ["new_card", "saved_card", "sbp"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_METHOD_NAMES: Record<PaymentMethod, string> = {
  new_card: "Новая карта",
  saved_card: "Сохранённая карта",
  sbp: "СБП",
};

export const REFUND_STATUSES = ["requested", "approved", "submitting", "unknown", "succeeded", "canceled", "failed"] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

export const REFUND_STATUS_NAMES: Record<RefundStatus, string> = {
  requested: "Ждёт второго сотрудника",
  approved: "Одобрен",
  submitting: "Передаётся в банк",
  unknown: "Уточняется в банке",
  succeeded: "Деньги возвращены",
  canceled: "Отменён",
  failed: "Не прошёл",
};

/** Longest the payer may stay on the bank's page, ms; until then others see who pays the bill. */
export const LIVE_MS = 15 * 60_000;
/** The bank's limits of a description and of what we keep. */
export const PURPOSE_MAX = 128;
export const REASON_MAX = 500;
/** The hold by which the bank checks a card that is being added, kopecks; cancelled at once. */
export const CARD_HOLD = 100n;

/** Where the bank sends a person back to. */
export const PAYMENT_RETURN_PATH = "/payments/return";
export const CARD_RETURN_PATH = "/cards/return";

/** The reason of a refund that was not asked for here. */
export const REFUND_AT_BANK = "Возврат сделан на стороне банка";
/** The bank forgets a key after 24 hours; asking with it later could make a second refund. */
export const KEY_LIVES_MS = 23 * 3600_000;

/** Lines of «История платежей» on one page, and of its file. */
export const HISTORY_LINES_PER_PAGE = 50;
export const HISTORY_FILE_LINES = 50_000;
/** Months offered in the choice of a period. */
export const HISTORY_MONTHS_OFFERED = 36;

/** Charges and payments on one page of «Задолженность»; years offered there, the current one included. */
export const STATEMENT_LINES_PER_PAGE = 100;
export const STATEMENT_YEARS = 4;

/** Months on the chart of bills and payments, the current one included. */
export const CHART_MONTHS = 12;

/** What making one receipt may cost. */
export const RECEIPT_WORKER = { timeoutMs: 20_000, memoryMb: 256, threads: 2, waiting: 50, idleMs: 60_000 } as const;
