import { describe, expect, it } from "vitest";
import { describeCall, describeEvent, describeHold, describeNotification, describeStaffStatus } from "@/lib/payments/rules/describe-staff";

const call = { id: "1", operation: "create", refund: null, startedAt: new Date(0), finishedAt: null };
const line = { status: "succeeded", amount: 100n, refunded: 0n, held: false, waitsForConsent: false } as const;

describe("a payment in the words of staff", () => {
  it.each([
    [{}, "Оплачен"],
    [{ held: true, refunded: 1n }, "Требует проверки"],
    [{ waitsForConsent: true }, "Возврат ждёт одобрения"],
    [{ refunded: 1n }, "Возвращён частично"],
    [{ refunded: 100n }, "Деньги возвращены"],
    [{ status: "failed" as const }, "Не прошёл"],
  ])("%o is «%s»", (change, text) => {
    expect(describeStaffStatus({ ...line, ...change }).text).toBe(text);
  });

  it.each([
    [null, "Ответа ещё нет"],
    ["200", "Принято банком"],
    ["timeout", "Банк не ответил вовремя, исход неизвестен"],
    ["HTTP 500", "Ошибка банка (HTTP 500), исход неизвестен"],
    ["invalid_request", "Отказ банка: invalid_request"],
  ])("a call with %s is «%s»", (outcome, text) => {
    expect(describeCall({ ...call, outcome }).outcome).toBe(text);
  });

  it("names the refund a call was for, and what nobody named as it came", () => {
    expect(describeCall({ ...call, operation: "refund", refund: "7", outcome: null }).what).toBe("Возврат № 7");
    expect(describeNotification("payment.succeeded")).toBe("Платёж прошёл");
    expect(describeNotification("deal.closed")).toBe("deal.closed");
    expect(describeHold("made up")).toBe("Ответ банка не сходится с платежом");
  });

  it("tells what a step changed and nothing it does not understand", () => {
    const after = { status: "succeeded", capturedAmount: "100000", allocations: { a: "1" } };
    expect(describeEvent({ action: "payment.capture", before: { status: "authorised" }, after }).details).toBe(
      "состояние «Оплачен»; списано 1 000,00 ₽".replace("1 000,00 ₽", "1\u00a0000,00\u00a0₽"),
    );
    const held = { status: "awaiting_user", heldReason: "amount" };
    expect(describeEvent({ action: "payment.hold", before: { status: "awaiting_user" }, after: held })).toEqual({
      what: "Платёж остановлен для проверки",
      details: "Сумма в банке не равна сумме платежа",
    });
    expect(describeEvent({ action: "refund.request", before: null, after: { status: "requested", amount: "5000", reason: "Дважды" } }).details).toContain("причина: Дважды");
    expect(describeEvent({ action: "new.step", before: null, after: null })).toEqual({ what: "new.step", details: "" });
  });
});
