import { describe, expect, it } from "vitest";
import { planEntry } from "@/components/readings/plan-entry";
import { entryLine } from "@/tests/support/entry-lines";

const single = entryLine({ registerId: "single" });
const pair = { meterId: "pair", serialNumber: "43984851", multiplier: "1200", lossesPercent: "0" };
const active = entryLine({ registerId: "active", ...pair, previous: { value: "50321.5", month: "2026-10" } });
const reactive = entryLine({ registerId: "reactive", ...pair, quantity: "reactive_import", previous: { value: "18200", month: "2026-10" } });
const lines = [single, active, reactive];
const typed = (text: string, version: number | null = null) => ({ text, version });

describe("a plan of what is typed", () => {
  it("of nothing is nothing", () => {
    expect(planEntry(lines, {})).toMatchObject({ total: 3, filled: 0, entries: [], incomplete: [], elsewhere: 0 });
  });

  it("sends whole meters that hold something new, with the versions the person saw", () => {
    const sent = { ...active, current: { value: "50400", version: 3 } };
    const also = { ...reactive, current: { value: "18230", version: 2 } };
    const plan = planEntry([single, sent, also], { active: typed("50401", 3) });
    expect(plan.entries).toEqual([
      { registerId: "active", text: "50401", version: 3 },
      { registerId: "reactive", text: "18\u00a0230", version: 2 },
    ]);
    expect(plan.filled).toBe(2);
    expect(plan.problems.size).toBe(0);
  });

  it("keeps the version of the beginning, though the page knows a later one by now", () => {
    const overtaken = { ...single, current: { value: "12450", version: 2 } };
    for (const version of [1, null]) {
      expect(planEntry([overtaken], { single: typed("12442", version) }).entries).toEqual([{ registerId: "single", text: "12442", version }]);
    }
  });

  it("does not send what the server has already", () => {
    const sent = { ...single, current: { value: "12442", version: 1 } };
    expect(planEntry([sent], { single: typed("12 442,00", 1) }).entries).toEqual([]);
  });

  it("names a meter that is not complete, and the value that is wrong", () => {
    const plan = planEntry(lines, { active: typed("5032") });
    expect(plan.incomplete.map(({ serialNumber }) => serialNumber)).toEqual(["43984851"]);
    expect(plan.problems.get("active")).toMatchObject({ code: "below_previous" });
    expect(plan.problems.get("reactive")).toMatchObject({ code: "incomplete_meter" });
  });

  it("leaves out registers that take no readings and counts edits of other pages", () => {
    const closed = entryLine({ registerId: "closed", meterStatus: "verification_overdue" });
    expect(planEntry([single, closed], { closed: typed("1"), elsewhere: typed("2"), single: typed("12442") })).toMatchObject({
      total: 1,
      filled: 1,
      elsewhere: 1,
      entries: [{ registerId: "single" }],
    });
  });
});
