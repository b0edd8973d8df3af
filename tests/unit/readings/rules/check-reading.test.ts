import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReading, parseReading } from "@/lib/readings/rules/check-reading";
import { formatReading } from "@/lib/format/energy";
import { makeLine } from "@/tests/support/register-lines";

const METER = { integerDigits: 6, fractionDigits: 2 };

describe("parseReading", () => {
  it.each([
    ["12442", "12442"],
    ["012442,5", "12442.5"],
    ["012 442.50", "12442.5"],
    ["\u00a012\u00a0442,50\u00a0", "12442.5"],
    ["999 999,99", "999999.99"],
    ["0", "0"],
    ["00000000012442", "12442"],
    ["12442,5000", "12442.5"],
  ])("reads %j as %s", (text, value) => {
    expect(parseReading(text, METER)).toEqual({ ok: true, value });
  });

  it.each([
    ["abc", { code: "not_a_number", text: "abc" }],
    ["12441-", { code: "not_a_number", text: "12441-" }],
    ["1,2,3", { code: "not_a_number", text: "1,2,3" }],
    ["0".repeat(21), { code: "not_a_number", text: "0".repeat(21) }],
    ["-1", { code: "negative" }],
    ["−1", { code: "negative" }],
    ["1000000", { code: "too_many_integer_digits", allowed: 6 }],
    ["12442,555", { code: "too_many_fraction_digits", allowed: 2 }],
    ["12.440", { code: "too_many_fraction_digits", allowed: 2 }],
    ["12.000", { code: "too_many_fraction_digits", allowed: 2 }],
  ])("refuses %j", (text, problem) => {
    expect(parseReading(text, METER)).toEqual({ ok: false, problem });
  });

  it("takes whole numbers only where the meter has no decimals", () => {
    const meter = { integerDigits: 5, fractionDigits: 0 };
    expect(parseReading("12442,00", meter)).toEqual({ ok: true, value: "12442" });
    expect(parseReading("12442,5", meter)).toEqual({ ok: false, problem: { code: "too_many_fraction_digits", allowed: 0 } });
  });

  it("reads back every value a display can show", () => {
    const meters = fc.record({ integerDigits: fc.integer({ min: 1, max: 8 }), fractionDigits: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(meters, fc.bigInt({ min: 0n, max: 10n ** 11n }), (meter, seed) => {
        const digits = String(seed % 10n ** BigInt(meter.integerDigits + meter.fractionDigits)).padStart(meter.fractionDigits + 1, "0");
        const cut = digits.length - meter.fractionDigits;
        const value = meter.fractionDigits === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
        const parsed = parseReading(formatReading(value, meter), meter);
        expect(parsed.ok && Number(parsed.value)).toBe(Number(value));
      }),
    );
  });
});

describe("checkReading", () => {
  it("shows the consumption while a person types", () => {
    expect(checkReading(makeLine(), "12442")).toEqual({ state: "right", value: "12442", consumption: "12600" });
    expect(checkReading(makeLine(), "012441,00")).toEqual({ state: "right", value: "12441", consumption: "0" });
  });

  it.each(["", "  ", "\u00a0"])("takes %j for nothing", (text) => {
    expect(checkReading(makeLine(), text)).toEqual({ state: "empty" });
  });

  it("names both values of a reading below the previous one", () => {
    expect(checkReading(makeLine(), "12440,99")).toEqual({
      state: "wrong",
      problem: { code: "below_previous", entered: "12440.99", previous: "12441", rollover: null },
    });
  });

  it("offers a rollover where it is believable", () => {
    const line = makeLine({ previous: { value: "999999", month: "2026-10" }, mean12: "20000" });
    expect(checkReading(line, "0")).toMatchObject({ problem: { code: "below_previous", rollover: "12600" } });
  });

  it("knows no consumption of a first reading", () => {
    expect(checkReading(makeLine({ previous: null }), "5")).toEqual({ state: "right", value: "5", consumption: null });
  });
});
