import { expect, it } from "vitest";
import { PAYMENT_STATUSES } from "@/lib/payments/constants";
import { describeLine, type PaymentLine } from "@/lib/payments/rules/describe-line";

const CABINET: NonNullable<PaymentLine["cabinet"]> = { id: "1", status: "succeeded", method: "new_card", methodTitle: "Bank card *0004", refunded: 0n, held: false };
const line = (cabinet: Partial<typeof CABINET> | null, bankName: string | null = null) =>
  describeLine({ amount: 100n, cabinet: cabinet === null ? null : { ...CABINET, ...cabinet }, bankName });

it("a bank transfer is what billing says, has no receipt and may be repeated here", () => {
  expect(line(null, "АО «Банк»")).toEqual({ bank: "АО «Банк»", status: "Учтён", tone: "good", receipt: null, repeatable: true });
});

it("a payment of the cabinet is named by its way until billing confirms it", () => {
  expect(line({})).toMatchObject({ bank: "Личный кабинет, карта •••• 0004", status: "Оплачен", receipt: "1", repeatable: true });
  expect(line({ method: "sbp" }).bank).toBe("Личный кабинет, СБП");
  expect(line({ status: "expired", methodTitle: null }).bank).toBe("Личный кабинет, карта");
  expect(line({}, "АО «Банк»")).toMatchObject({ bank: "АО «Банк»", status: "Учтён", receipt: "1" });
});

it.each([
  ["Возвращён частично", { refunded: 1n }],
  ["Деньги возвращены", { refunded: 100n }],
  ["Не оплачен вовремя", { status: "expired" }],
  ["Проверяет сотрудник", { status: "unknown", held: true }],
] as const)("«%s»", (status, cabinet) => {
  expect(line(cabinet).status).toBe(status);
});

it("only what ended may be repeated, and every status has words", () => {
  const repeatable = PAYMENT_STATUSES.filter((status) => line({ status }).repeatable);
  expect(repeatable).toEqual(["succeeded", "canceled", "expired", "failed"]);
  expect(PAYMENT_STATUSES.every((status) => line({ status }).status !== "")).toBe(true);
});
