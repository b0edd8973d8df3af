import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUANTITY_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";
import { planFile } from "@/lib/readings/rules/plan-file";
import type { FilePlan, ReadingCell, RegisterLine, SheetRow } from "@/lib/readings/types";
import { makeLine, SAMPLE_LINES } from "@/tests/support/register-lines";

const plain = (text: string): ReadingCell => ({ kind: "plain", text });

/** The row of a register as the template has it. */
function rowOf(line: RegisterLine, row: number, current: ReadingCell | string, changes: Partial<SheetRow> = {}): SheetRow {
  const { facilityCode, facilityName, serialNumber, pointName } = line;
  return {
    row, facilityCode, facilityName, serialNumber, pointName, quantity: QUANTITY_NAMES[line.quantity], zone: TARIFF_ZONE_NAMES[line.zone],
    current: typeof current === "string" ? plain(current) : current, ...changes,
  };
}

const line = makeLine();
const day = makeLine({ registerId: "day", zone: "day" });
const night = makeLine({ registerId: "night", zone: "night" });
const problems = ({ wrong }: FilePlan) => wrong.map(({ row, problem }) => [row, problem.code]);

describe("planFile", () => {
  it("gives the figures of the samples", () => {
    const texts = ["12442", "50401,25", "18231,5", "3180,75", "1471", "926940"];
    const plan = planFile(SAMPLE_LINES.map((register, index) => rowOf(register, index + 2, texts[index] ?? "")), SAMPLE_LINES);
    expect(plan.accepted.map(({ row, consumption, changed }) => [row, consumption, changed])).toEqual([
      [2, "12600", true], [3, "95700", true], [4, "37800", true], [5, "2410", true], [6, "830", true], [7, "26940", true],
    ]);
    expect([plan.wrong, plan.empty]).toEqual([[], 0]);
  });

  it("tells changed rows from unchanged and counts empty ones", () => {
    const lines = [{ ...day, current: { value: "12450", version: 2 } }, night, makeLine({ registerId: "r9", meterId: "m9", serialNumber: "9" })];
    const plan = planFile([rowOf(day, 2, "12450,00"), rowOf(night, 3, { kind: "computed", text: "12460" }), rowOf({ ...line, serialNumber: "9" }, 4, " ")], lines);
    expect(plan.accepted.map(({ registerId, changed, computed }) => [registerId, changed, computed])).toEqual([["day", false, false], ["night", true, true]]);
    expect([plan.wrong, plan.empty]).toEqual([[], 1]);
  });

  it("matches Latin letters, other case and stray spaces", () => {
    const row = rowOf(line, 2, "12442", { facilityCode: " 780100000000110001\u00a0", serialNumber: "20300109 ", quantity: "A+", zone: "круглосуточная" });
    expect(planFile([row], [line]).accepted).toHaveLength(1);
  });

  it.each<[string, Partial<SheetRow>, string]>([
    ["another facility", { facilityCode: "780100000000999999" }, "unknown_facility"],
    ["no facility", { facilityCode: "" }, "unknown_facility"],
    ["a facility named like a property", { facilityCode: "__proto__" }, "unknown_facility"],
    ["another meter", { serialNumber: "1" }, "unknown_meter"],
    ["a meter named like a property", { serialNumber: "constructor" }, "unknown_meter"],
    ["an unknown quantity", { quantity: "Q+" }, "unknown_quantity"],
    ["an unknown zone", { zone: "Утро" }, "unknown_zone"],
    ["a register the meter has not", { quantity: "Р-" }, "no_such_register"],
    ["a date", { current: { kind: "date", text: "" } }, "date_cell"],
    ["an error", { current: { kind: "broken", text: "ошибка Excel" } }, "broken_cell"],
    ["a formula without a number", { current: { kind: "broken", text: "" } }, "broken_cell"],
    ["a word", { current: plain("нет") }, "not_a_number"],
    ["a value below the previous one", { current: plain("12440") }, "below_previous"],
    ["too many digits", { current: plain("1234567") }, "too_many_integer_digits"],
  ])("refuses %s and takes the other meters", (_, changes, code) => {
    const other = makeLine({ registerId: "other", meterId: "m7", serialNumber: "7" });
    const plan = planFile([rowOf(line, 2, "12442", changes), rowOf(other, 3, "12442")], [line, other]);
    expect(problems(plan)).toEqual([[2, code]]);
    expect(plan.accepted.map(({ registerId }) => registerId)).toEqual(["other"]);
  });

  it("does not look at rows without a value", () => {
    expect(planFile([rowOf(line, 2, "", { facilityCode: "?", quantity: "?" })], [line])).toEqual({ accepted: [], wrong: [], empty: 1 });
  });

  it("refuses a row of a facility or meter that takes no readings", () => {
    const archived = { ...line, facilityStatus: "archived" as const };
    expect(planFile([rowOf(line, 2, "12442")], [archived]).wrong[0]?.problem).toEqual({ code: "not_awaiting", thing: "facility", status: "archived" });
  });

  it("holds a meter back when one of its rows is wrong", () => {
    expect(problems(planFile([rowOf(day, 2, "12450"), rowOf(night, 3, "abc")], [day, night]))).toEqual([[2, "other_register_wrong"], [3, "not_a_number"]]);
    expect(problems(planFile([rowOf(day, 2, "12450"), rowOf(night, 3, { kind: "date", text: "" })], [day, night]))).toEqual([[2, "other_register_wrong"], [3, "date_cell"]]);
  });

  it.each([[[rowOf(day, 2, "12450")]], [[rowOf(day, 2, "12450"), rowOf(night, 3, "")]]])("names the registers of a meter that are missing", (rows) => {
    expect(planFile(rows, [day, night]).wrong.map(({ row, problem }) => [row, problem])).toEqual([
      [2, { code: "incomplete_meter", missing: [{ quantity: "active_import", zone: "night" }] }],
    ]);
  });

  it("refuses every row of a register that stands there twice, even with one value", () => {
    const plan = planFile([rowOf(day, 2, "12450"), rowOf(night, 3, "12460"), rowOf(day, 5, "12450")], [day, night]);
    expect(plan.wrong.map(({ row, problem }) => [row, problem])).toEqual([
      [2, { code: "duplicate_row", rows: [2, 5] }],
      [3, { code: "other_register_wrong" }],
      [5, { code: "duplicate_row", rows: [2, 5] }],
    ]);
    expect(planFile([rowOf(day, 2, "12450"), rowOf(night, 3, "12460"), rowOf(day, 5, "")], [day, night]).accepted).toHaveLength(2);
  });

  it("names only the first of very many repetitions", () => {
    const plan = planFile(Array.from({ length: 5000 }, (_, index) => rowOf(line, index + 2, "12442")), [line]);
    expect(plan.wrong).toHaveLength(5000);
    expect(plan.wrong[4999]?.problem).toEqual({ code: "duplicate_row", rows: [2, 3, 4, 5, 6] });
  });
});

describe("any file", () => {
  const texts = fc.constantFrom("", "12441", "12450", "12 500,5", "12440", "abc", "9999999");
  const lines = [line, day, night].map((register, index) => ({ ...register, meterId: index === 0 ? "m1" : "m2", serialNumber: index === 0 ? "1" : "2" }));
  const cells = fc.record({ register: fc.constantFrom(...lines), text: texts, lost: fc.boolean() });
  const files = fc.array(cells, { maxLength: 6 }).map((made) =>
    made.map(({ register, text, lost }, index) => rowOf(register, index + 2, text, lost && index === 0 ? { serialNumber: "?" } : {})),
  );

  it("is planned alike in any order of rows", () => {
    fc.assert(
      fc.property(
        files.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(planFile(shuffled, lines)).toEqual(planFile(rows, lines));
        },
      ),
    );
  });

  it("accounts for every row once and never takes a part of a meter", () => {
    fc.assert(
      fc.property(files, (rows) => {
        const { accepted, wrong, empty } = planFile(rows, lines);
        expect(new Set([...accepted, ...wrong].map(({ row }) => row)).size + empty).toBe(rows.length);
        const taken = new Set(accepted.map(({ registerId }) => registerId));
        expect(taken.has("day")).toBe(taken.has("night"));
      }),
    );
  });
});
