import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal, formatNumber, groupDigits, readNumber } from "@/lib/format/numbers";

describe("readNumber", () => {
  it.each([
    ["12441", "12441"],
    ["12441.50", "12441.5"],
    ["12441,5", "12441.5"],
    ["12 441,00", "12441"],
    ["012\u00a0441,00", "12441"],
    ["1\u202f116\u2009218", "1116218"],
    ["  7 ", "7"],
    ["5,", "5"],
    ["000", "0"],
    ["-3,10", "-3.1"],
    ["\u22123", "-3"],
    ["-0,0", "0"],
  ])("reads %j as %s", (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  it.each(["", " ", ",5", "1e5", "0x10", "12 44", "1 2345", "1,2,3", "1.116.218,00", "12,441.5", "--1", "1-", "+1", "١٢", "1_000", "=1", "NaN", "Infinity", "12 441, 5", "1".repeat(65)])(
    "does not take %j for a number",
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it("counts digits: leading zeros do not, typed decimals do", () => {
    expect(readNumber("0012,500")).toMatchObject({ integerDigits: 2, fractionDigits: 3, negative: false });
    expect(readNumber("0,5")).toMatchObject({ integerDigits: 0, fractionDigits: 1 });
  });
});

describe("formatDecimal", () => {
  it.each<[string | null, number, number, string]>([
    ["12441", 2, 2, "12\u00a0441,00"],
    ["-124530.48", 2, 2, "−124\u00a0530,48"],
    ["0.005", 2, 2, "0,01"],
    ["-0.004", 2, 2, "0,00"],
    ["999.999", 2, 2, "1\u00a0000,00"],
    ["12441", 0, 0, "12\u00a0441"],
    ["1.5", 0, 6, "1,5"],
    ["1e3", 0, 0, "1\u00a0000"],
    [null, 2, 2, "—"],
    ["", 2, 2, "—"],
  ])("%j with %i to %i decimals is %s", (value, min, max, text) => {
    expect(formatDecimal(value, min, max)).toBe(text);
  });

  it("keeps no more digits than the value has", () => {
    expect(formatNumber("50321.500000")).toBe("50\u00a0321,5");
    expect(groupDigits("1234567")).toBe("1\u00a0234\u00a0567");
  });

  it("is read back as the same value", () => {
    const decimals = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(decimals, ([negative, integer, fraction]) => {
        const value = `${negative ? "-" : ""}${integer}.${String(fraction).padStart(6, "0")}`;
        const read = readNumber(formatDecimal(value, 0, 6));
        expect(read?.value).toBe(readNumber(value)?.value);
      }),
    );
  });
});
