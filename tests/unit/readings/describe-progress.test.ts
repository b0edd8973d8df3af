import { describe, expect, it } from "vitest";
import { describeProgress } from "@/components/readings/describe-progress";
import type { EntryPlan } from "@/components/readings/plan-entry";
import { entryLine } from "@/tests/support/entry-lines";

const plan = (given: Partial<EntryPlan> = {}): EntryPlan => ({ total: 6, filled: 1, problems: new Map(), incomplete: [], entries: [], elsewhere: 0, ...given });
const quantities = [entryLine({ registerId: "a" }), entryLine({ registerId: "b", quantity: "reactive_import" })];
const zones = [entryLine({ registerId: "a", zone: "day" }), entryLine({ registerId: "b", zone: "night" }), entryLine({ registerId: "c", zone: "peak" })];
const meter = (lines = quantities, serialNumber = "43984851") => ({ serialNumber, lines });
const ready = [{ registerId: "a", text: "1", version: null }];

describe("progress in words", () => {
  it.each([
    ["Введите текущие показания", plan(), 0],
    ["Можно передавать", plan({ entries: ready }), 0],
    ["Всё передано, до конца приёма показания можно исправить", plan({ filled: 6 }), 0],
    ["Одно значение с ошибкой; для прибора 43984851 нужны обе величины", plan({ incomplete: [meter()] }), 1],
    ["2\u00a0значения с ошибкой", plan({ entries: ready }), 2],
    ["Для прибора 1 нужны все шкалы, и ещё у 2\u00a0приборов заполнено не всё", plan({ incomplete: [meter(zones, "1"), meter(), meter()] }), 0],
    ["Можно передавать; на других страницах введено и не передано 5\u00a0значений", plan({ entries: ready, elsewhere: 5 }), 0],
  ])("%s", (text, given, wrong) => {
    expect(describeProgress(given, wrong)).toBe(text);
  });
});
