import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumptionOf, deltaOf, rolloverConsumption } from "@/lib/readings/rules/consumption";

const SCALE = 10n ** 6n;

/** Decimal text of thousandths. */
const thousandths = (value: bigint) => `${value / 1000n}.${String(value % 1000n).padStart(3, "0")}`;
/** Canonical text of a count of millionths. */
function millionths(value: bigint): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = String(magnitude % SCALE).padStart(6, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${magnitude / SCALE}${fraction === "" ? "" : `.${fraction}`}`;
}
/** Half away from zero. */
const divide = (value: bigint, by: bigint) => (value >= 0n ? (value + by / 2n) / by : -((-value + by / 2n) / by));

describe("consumptionOf", () => {
  it.each([
    ["12442", "12441", "12000", "5", "12600"],
    ["50401.25", "50321.5", "1200", "0", "95700"],
    ["18231.5", "18200", "1200", "0", "37800"],
    ["3180.75", "3120.5", "40", "0", "2410"],
    ["1471", "1450.25", "40", "0", "830"],
    ["926940", "900000", "1", "0", "26940"],
    ["12441", "12441", "12000", "5", "0"],
    ["1", "0", "1", "0.00005", "1.000001"],
    ["1", "0", "1", "0.000049", "1"],
  ])("(%s − %s) × %s + %s %% = %s", (current, previous, multiplier, lossesPercent, expected) => {
    expect(consumptionOf(current, previous, { multiplier, lossesPercent })).toBe(expected);
  });

  const amounts = fc.bigInt({ min: 0n, max: 10n ** 10n });
  const factors = fc.bigInt({ min: 1n, max: 100_000n });

  it("equals integer arithmetic", () => {
    fc.assert(
      fc.property(amounts, amounts, factors, factors, (current, previous, multiplier, losses) => {
        const result = consumptionOf(thousandths(current), thousandths(previous), { multiplier: String(multiplier), lossesPercent: thousandths(losses) });
        const exact = (current - previous) * multiplier * (100_000n + losses);
        expect(result).toBe(millionths(divide(exact * SCALE, 100_000n * 1000n)));
      }),
    );
  });

  it("adds up over months", () => {
    fc.assert(
      fc.property(fc.tuple(amounts, amounts, amounts), factors, (readings, multiplier) => {
        const [first, middle, last] = readings.map(thousandths) as [string, string, string];
        const meter = { multiplier: String(multiplier), lossesPercent: "5" };
        const whole = consumptionOf(last, first, meter);
        const parts = [consumptionOf(middle, first, meter), consumptionOf(last, middle, meter)] as const;
        expect(deltaOf(whole, parts[0])).toBe(parts[1]);
      }),
    );
  });
});

describe("deltaOf", () => {
  it("is register consumption less interval consumption", () => {
    expect(deltaOf("12600", "137130.48")).toBe("-124530.48");
    expect(deltaOf("12600", "12600")).toBe("0");
  });
});

describe("rolloverConsumption", () => {
  const meter = { integerDigits: 5, multiplier: "10", lossesPercent: "0", mean12: "500" };

  it.each([
    ["passed zero", "00010", "99980", meter, "300"],
    ["no usual consumption known", "00010", "99980", { ...meter, mean12: null }, null],
    ["not below the previous", "99990", "99980", meter, null],
    ["a tenth of the capacity", "09990", "99990", { ...meter, mean12: "1000000" }, null],
    ["just below a tenth", "09989", "99990", { ...meter, mean12: "1000000" }, "99990"],
    ["three usual months", "00130", "99980", meter, null],
    ["just below three usual months", "00129.99", "99980", meter, "1499.9"],
    ["an empty year", "00010", "99980", { ...meter, mean12: "0" }, null],
    ["a slip in the middle of the range", "50300", "50321.5", meter, null],
  ])("%s", (_, current, previous, display, expected) => {
    expect(rolloverConsumption(current, previous, display)).toBe(expected);
  });
});
