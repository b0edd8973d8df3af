import { expect, test } from "vitest";
import { BILLS_PER_CARD } from "@/lib/bills/constants";
import { chooseBills } from "@/lib/payments/rules/choose-bills";
import type { PayableLine } from "@/lib/payments/types";

const payer = { name: "Иванова Ирина", until: new Date("2026-11-21T12:15:00+03:00"), paymentId: null };

function line(place: number, more: Partial<PayableLine> = {}): PayableLine {
  const number = String(place);
  return { id: `id-${number}`, number, kind: "advance", dueOn: "2026-11-10", due: 100n, overdue: false, payer: null, ...more };
}

const two = [line(1), line(2)];
const numbers = (bills: readonly PayableLine[]) => bills.map(({ number }) => number);

test("nothing asked for is the whole debt, and without a debt a prepayment", () => {
  expect(chooseBills(two, {})).toMatchObject({ mode: "debt", bills: two, busy: [], settled: [] });
  expect(chooseBills([], {})).toMatchObject({ mode: "prepayment", bills: [], settled: [] });
});

test("a form without a tick is a prepayment", () => {
  expect(chooseBills(two, { bills: [] })).toMatchObject({ mode: "prepayment", bills: [], settled: [] });
});

test("one document locks the sum, by its row or by its tick", () => {
  expect(chooseBills(two, { bill: "2" })).toMatchObject({ mode: "one" });
  expect(chooseBills(two, { bills: ["2"] })).toMatchObject({ mode: "one" });
  expect(chooseBills([line(1)], { bill: "1" })).toMatchObject({ mode: "one" });
});

test("the only unpaid document, ticked, is the whole debt", () => {
  expect(chooseBills([line(1)], { bills: ["1"] })).toMatchObject({ mode: "debt" });
  expect(chooseBills(two, { bills: ["1", "2"] })).toMatchObject({ mode: "debt" });
});

test("some of several may be paid with any sum", () => {
  const choice = chooseBills([...two, line(3)], { bills: ["1", "3"] });
  expect([choice.mode, numbers(choice.bills)]).toEqual(["some", ["1", "3"]]);
});

test("«rest» is what the card does not list", () => {
  const many = Array.from({ length: BILLS_PER_CARD + 2 }, (_, place) => line(place + 1));
  expect(numbers(chooseBills(many, { bills: ["1", "rest"] }).bills)).toEqual(["1", String(BILLS_PER_CARD + 1), String(BILLS_PER_CARD + 2)]);
  expect(numbers(chooseBills(many, { bill: String(BILLS_PER_CARD + 2) }).bills)).toEqual([String(BILLS_PER_CARD + 2)]);
});

test("what somebody pays now is left out and told", () => {
  const choice = chooseBills([line(1, { payer }), line(2)], {});
  expect([choice.mode, numbers(choice.bills), numbers(choice.busy)]).toEqual(["debt", ["2"], ["1"]]);
});

test("what is paid, foreign or made up is told", () => {
  expect(chooseBills(two, { bill: "9" })).toMatchObject({ mode: "prepayment", bills: [], settled: ["9"] });
  expect(chooseBills(two, { bills: ["1", "9"] })).toMatchObject({ mode: "one", settled: ["9"] });
});
