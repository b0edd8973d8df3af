import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METER_STATUSES, type MeterStatus } from "@/lib/readings/constants";
import { planRegisters, planSubmission, refusalOf } from "@/lib/readings/rules/plan-submission";
import type { ReadingEntry, RegisterLine } from "@/lib/readings/types";
import { IN_NOVEMBER, makeLine, MOSCOW, NOVEMBER, SAMPLE_LINES } from "@/tests/support/register-lines";

const plan = (lines: RegisterLine[], texts: Record<string, string>, now = IN_NOVEMBER) =>
  planSubmission(lines, Object.entries(texts).map(([registerId, text]) => ({ registerId, text })), NOVEMBER, now, MOSCOW);

const day = makeLine({ registerId: "day", zone: "day" });
const night = makeLine({ registerId: "night", zone: "night" });
const reactive = makeLine({ registerId: "reactive", quantity: "reactive_import" });

describe("planSubmission", () => {
  it("gives the figures of the samples", () => {
    const result = plan(SAMPLE_LINES, { r1: "012442", r2: "50 401,25", r3: "18231,5", r4: "3180.75", r5: "1471", r6: "926940" });
    expect(result.ok && result.changes.map(({ value, consumption }) => [value, consumption])).toEqual([
      ["12442", "12600"], ["50401.25", "95700"], ["18231.5", "37800"], ["3180.75", "2410"], ["1471", "830"], ["926940", "26940"],
    ]);
  });

  it("writes only what changed, and says which version it replaces", () => {
    const lines = [{ ...day, current: { value: "12450.50", version: 3 } }, { ...night, current: { value: "12460", version: 1 } }];
    expect(plan(lines, { day: "12450,5", night: "12461" })).toEqual({
      ok: true,
      changes: [{ registerId: "night", meterId: "m1", value: "12461", consumption: "252000", replaces: 1 }],
      unchanged: ["day"],
    });
  });

  it("leaves a meter alone for which nothing was given", () => {
    expect(plan([day, night], { day: " ", night: "" })).toEqual({ ok: true, changes: [], unchanged: [] });
    expect(plan([day, night], {})).toEqual({ ok: true, changes: [], unchanged: [] });
  });

  it("takes a meter with all of its registers or not at all", () => {
    const missing = [{ quantity: "active_import", zone: "night" }, { quantity: "reactive_import", zone: "all_day" }];
    expect(plan([day, night, reactive], { day: "12450" })).toEqual({
      ok: false,
      reason: "registers",
      errors: ["night", "reactive"].map((registerId) => ({ registerId, problem: { code: "incomplete_meter", missing } })),
    });
  });

  it("asks for all registers again when one is corrected", () => {
    const lines = [{ ...day, current: { value: "12450", version: 1 } }, { ...night, current: { value: "12460", version: 1 } }];
    expect(plan(lines, { day: "12451" })).toMatchObject({ ok: false, errors: [{ registerId: "night" }] });
  });

  it("writes nothing when one value of many is wrong", () => {
    const result = plan(SAMPLE_LINES, { r1: "12442", r6: "1" });
    expect(result).toEqual({
      ok: false,
      reason: "registers",
      errors: [{ registerId: "r6", problem: { code: "below_previous", entered: "1", previous: "900000", rollover: null } }],
    });
  });

  it("refuses a register that is not of the contract", () => {
    expect(plan([day], { day: "12450", foreign: "1" })).toMatchObject({ ok: false, errors: [{ registerId: "foreign", problem: { code: "unknown_register" } }] });
  });

  it.each([
    ["2026-10-31T20:59:59.999Z", "not_open"],
    ["2026-12-21T21:00:00.000Z", "closed"],
  ])("refuses outside the window, at %s", (now, state) => {
    expect(plan([day, night], {}, new Date(now))).toMatchObject({ ok: false, reason: "window", window: { state } });
  });
});

describe("statuses", () => {
  const refused: MeterStatus[] = METER_STATUSES.filter((status) => status !== "awaiting");

  it.each(refused)("«%s» of a meter or its facility takes no readings", (status) => {
    expect(plan([{ ...day, meterStatus: status }], { day: "12450" })).toMatchObject({ errors: [{ problem: { code: "not_awaiting", thing: "meter", status } }] });
    expect(plan([{ ...day, facilityStatus: status }], { day: "" })).toMatchObject({ ok: true });
    expect(refusalOf({ facilityStatus: status, meterStatus: "archived" })).toEqual({ code: "not_awaiting", thing: "facility", status });
  });

  it("is the one reason given for a wrong or incomplete meter", () => {
    const lines = [day, night].map((line) => ({ ...line, meterStatus: "archived" as const }));
    expect(plan(lines, { day: "abc" })).toMatchObject({ errors: [{ registerId: "day", problem: { code: "not_awaiting" } }] });
  });

  it("does not mind the value that is already there", () => {
    const line = { ...day, facilityStatus: "accepted" as const, current: { value: "12450", version: 1 } };
    expect(plan([line], { day: "12 450,00" })).toEqual({ ok: true, changes: [], unchanged: ["day"] });
  });
});

describe("any submission", () => {
  const texts = fc.constantFrom("", " ", "12441", "12450", "12 450,5", "999999.99", "12440", "-1", "abc", "1234567", "12450.555");
  const meters = fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      texts: fc.array(texts, { minLength: 4, maxLength: 4 }),
      current: fc.option(fc.constantFrom("12441", "12450"), { nil: null }),
      status: fc.constantFrom<MeterStatus[]>("awaiting", "awaiting", "awaiting", "archived"),
    }),
    { maxLength: 5 },
  );
  const contracts = meters.map((made) => {
    const lines: RegisterLine[] = [];
    const entries: ReadingEntry[] = [];
    made.forEach((meter, index) => {
      for (let number = 0; number < meter.count; number += 1) {
        const registerId = `${index}-${number}`;
        const current = meter.current === null ? null : { value: meter.current, version: 1 };
        lines.push(makeLine({ registerId, meterId: String(index), meterStatus: meter.status, current }));
        entries.push({ registerId, text: meter.texts[number] ?? "" });
      }
    });
    return { lines, entries };
  });

  it("never writes a part of a meter", () => {
    fc.assert(
      fc.property(contracts, ({ lines, entries }) => {
        const outcomes = planRegisters(lines, entries);
        for (const { meterId } of lines) {
          const registers = lines.filter((line) => line.meterId === meterId).map(({ registerId }) => registerId);
          const own = outcomes.filter(({ registerId }) => registers.includes(registerId));
          if (own.some(({ state }) => state === "changed")) {
            expect(own.map(({ registerId }) => registerId)).toEqual(registers);
            expect(own.every(({ state }) => state === "changed" || state === "unchanged")).toBe(true);
          }
        }
      }),
    );
  });

  it("is written whole or not at all, never to a meter that takes nothing", () => {
    fc.assert(
      fc.property(contracts, ({ lines, entries }) => {
        const result = planSubmission(lines, entries, NOVEMBER, IN_NOVEMBER, MOSCOW);
        const outcomes = planRegisters(lines, entries);
        expect(result.ok).toBe(outcomes.every(({ state }) => state === "changed" || state === "unchanged"));
        if (!result.ok) return;
        for (const change of result.changes) {
          const line = lines.find(({ registerId }) => registerId === change.registerId);
          expect(line?.meterStatus).toBe("awaiting");
          expect(line?.current?.value).not.toBe(change.value);
        }
      }),
    );
  });

  it("changes nothing when it is sent again", () => {
    fc.assert(
      fc.property(contracts, ({ lines, entries }) => {
        const first = planSubmission(lines, entries, NOVEMBER, IN_NOVEMBER, MOSCOW);
        if (!first.ok) return;
        const written = new Map(first.changes.map(({ registerId, value }) => [registerId, value]));
        const after = lines.map((line) => {
          const value = written.get(line.registerId);
          return value === undefined ? line : { ...line, current: { value, version: (line.current?.version ?? 0) + 1 } };
        });
        expect(planSubmission(after, entries, NOVEMBER, IN_NOVEMBER, MOSCOW)).toMatchObject({ ok: true, changes: [] });
      }),
    );
  });
});
