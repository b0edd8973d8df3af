import { expect, it } from "vitest";
import { METER_STATUSES } from "@/lib/readings/constants";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import type { RowProblem } from "@/lib/readings/types";

it.each<[RowProblem, string]>([
  [{ code: "below_previous", entered: "50300", previous: "50321.5", rollover: null }, "50\u00a0300 меньше предыдущего 50\u00a0321,5. Проверьте число"],
  [{ code: "not_a_number", text: "abc" }, "Введите число, например 12 441,5"],
  [{ code: "too_many_integer_digits", allowed: 5 }, "До запятой больше цифр, чем на счётчике: у него 5\u00a0знаков"],
  [{ code: "too_many_fraction_digits", allowed: 2 }, "После запятой больше цифр, чем на счётчике: у него 2\u00a0знака"],
  [{ code: "too_many_fraction_digits", allowed: 0 }, "У счётчика нет знаков после запятой. Введите целое число"],
  [
    { code: "incomplete_meter", missing: [{ quantity: "active_import", zone: "night" }, { quantity: "reactive_import", zone: "all_day" }] },
    "Показания счётчика передают по всем зонам и величинам сразу. Не хватает: А+ Ночь, Р+ Круглосуточная",
  ],
  [{ code: "duplicate_row", rows: [2, 5] }, "Один и тот же счётчик, величина и шкала в строках 2, 5. Оставьте одну"],
  [{ code: "unknown_facility", text: "" }, "Заполните «Код ЭО»"],
  [{ code: "unknown_facility", text: "78" }, "В договоре нет энергообъекта с кодом 78"],
])("%j", (problem, sentence) => {
  expect(describeProblem(problem)).toBe(sentence);
});

it("gives every status its own reason", () => {
  const sentences = METER_STATUSES.flatMap((status) =>
    status === "awaiting" ? [] : (["facility", "meter"] as const).map((thing) => describeProblem({ code: "not_awaiting", thing, status })),
  );
  expect(new Set(sentences).size).toBe(6);
});

it("says something about every problem", () => {
  const rest: RowProblem[] = [
    { code: "negative" }, { code: "other_register_wrong" }, { code: "unknown_register" }, { code: "unknown_meter", text: "" }, { code: "unknown_meter", text: "1" },
    { code: "unknown_quantity", text: "" }, { code: "unknown_quantity", text: "Q" }, { code: "unknown_zone", text: "" }, { code: "unknown_zone", text: "Утро" },
    { code: "no_such_register" }, { code: "date_cell" }, { code: "broken_cell", text: "" }, { code: "broken_cell", text: "ИСТИНА" },
  ];
  for (const problem of rest) expect(describeProblem(problem)).toMatch(/^[А-Я].{10,}[^.]$/);
});
