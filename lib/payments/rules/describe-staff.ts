import { formatMoney } from "@/lib/format/money";
import { PAYMENT_STATUS_NAMES, REFUND_STATUS_NAMES } from "@/lib/payments/constants";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import type { StaffCall, StaffEvent, StaffPaymentLine } from "@/lib/payments/types";

const HELD: ReadonlyMap<string, string> = new Map([
  ["amount", "Сумма в банке не равна сумме платежа"],
  ["currency", "Валюта в банке не рубли"],
  ["metadata", "В банке у операции записан другой номер платежа"],
  ["second_bank_payment", "Банк провёл по этому платежу вторую операцию"],
  ["refund", "Возврат в банке не сходится с платежом"],
]);

export function describeHold(reason: string): string {
  return HELD.get(reason) ?? "Ответ банка не сходится с платежом";
}

type Tone = "good" | "warning" | "bad" | "neutral";

/** One badge for a payment: what staff must do comes before how far it came. */
export function describeStaffStatus(payment: Pick<StaffPaymentLine, "status" | "amount" | "refunded" | "held" | "waitsForConsent">): { text: string; tone: Tone } {
  if (payment.held) return { text: "Требует проверки", tone: "warning" };
  if (payment.waitsForConsent) return { text: "Возврат ждёт одобрения", tone: "warning" };
  if (payment.refunded > 0n) return { text: payment.refunded < payment.amount ? "Возвращён частично" : "Деньги возвращены", tone: "neutral" };
  const ended = payment.status === "canceled" || payment.status === "expired" || payment.status === "failed";
  return { text: PAYMENT_STATUS_NAMES[payment.status], tone: payment.status === "succeeded" ? "good" : ended ? "bad" : "neutral" };
}

const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ["create", "Создание платежа"],
  ["get", "Запрос платежа"],
  ["cancel", "Отмена платежа"],
  ["refund", "Возврат"],
  ["get_refund", "Запрос возврата"],
]);

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ["200", "Принято банком"],
  ["timeout", "Банк не ответил вовремя, исход неизвестен"],
  ["no connection", "Связь прервалась, исход неизвестен"],
  ["unreadable answer", "Ответ не разобран, исход неизвестен"],
  ["not_accepted", "Банк этого не получал"],
  ["not_submitted", "Банк не вызывался"],
]);

export function describeCall({ operation, refund, outcome }: StaffCall): { what: string; outcome: string } {
  const what = OPERATIONS.get(operation) ?? operation;
  return { what: refund === null ? what : `${what} № ${refund}`, outcome: describeCallOutcome(outcome) };
}

function describeCallOutcome(outcome: string | null): string {
  if (outcome === null) return "Ответа ещё нет";
  const known = OUTCOMES.get(outcome);
  if (known !== undefined) return known;
  return outcome.startsWith("HTTP ") ? `Ошибка банка (${outcome}), исход неизвестен` : `Отказ банка: ${outcome}`;
}

const NOTIFICATIONS: ReadonlyMap<string, string> = new Map([
  ["payment.succeeded", "Платёж прошёл"],
  ["payment.waiting_for_capture", "Деньги удержаны"],
  ["payment.canceled", "Платёж отменён"],
  ["refund.succeeded", "Возврат прошёл"],
]);

export function describeNotification(event: string): string {
  return NOTIFICATIONS.get(event) ?? event;
}

const STEPS: ReadonlyMap<string, string> = new Map([
  ["payment.create", "Платёж создан"],
  ["payment.submit", "Платёж передаётся в банк"],
  ["payment.lose", "Ответ банка потерян"],
  ["payment.attach", "Найден в банке"],
  ["payment.await", "Банк ждёт плательщика"],
  ["payment.authorise", "Деньги удержаны"],
  ["payment.capture", "Деньги списаны"],
  ["payment.correct", "Деньги пришли после окончания платежа"],
  ["payment.cancel", "Платёж отменён"],
  ["payment.expire", "Время на оплату вышло"],
  ["payment.fail", "Платёж не прошёл"],
  ["payment.hold", "Платёж остановлен для проверки"],
  ["payment.clear_hold", "Проверен, остановка снята"],
  ["payment.refund", "Деньги возвращены"],
  ["refund.request", "Запрошен возврат"],
  ["refund.approve", "Возврат одобрен"],
  ["refund.decline", "Возврат отклонён"],
  ["refund.submit", "Возврат передаётся в банк"],
  ["refund.lose", "Ответ банка о возврате потерян"],
  ["refund.attach", "Возврат найден в банке"],
  ["refund.succeed", "Возврат прошёл"],
  ["refund.cancel", "Возврат отменён"],
  ["refund.fail", "Возврат не прошёл"],
  ["refund.record", "Записан возврат, сделанный в банке"],
]);

/** A step in words, with what it changed. */
export function describeEvent({ action, before, after }: Pick<StaffEvent, "action" | "before" | "after">): { what: string; details: string } {
  const [was, is] = [textsOf(before), textsOf(after)];
  const names: Record<string, string> = action.startsWith("refund.") ? REFUND_STATUS_NAMES : PAYMENT_STATUS_NAMES;
  const money = (name: string, title: string) => (/^\d+$/.test(is[name] ?? "") ? `${title} ${formatMoney(BigInt(is[name] ?? "0"))}` : null);
  const details = [
    is.status !== undefined && is.status !== was.status ? `состояние «${names[is.status] ?? is.status}»` : null,
    money("amount", "сумма"),
    money("capturedAmount", "списано"),
    money("refundedAmount", "возвращено"),
    is.heldReason === undefined ? null : describeHold(is.heldReason),
    is.failureReason === undefined ? null : describeDecline(is.failureReason, is.failureReason),
    is.reason === undefined ? null : `причина: ${is.reason}`,
  ];
  return { what: STEPS.get(action) ?? action, details: details.filter((detail) => detail !== null).join("; ") };
}

/** Text fields of what the audit keeps; the rest is not told. */
function textsOf(value: unknown): Record<string, string | undefined> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
