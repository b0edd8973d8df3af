import { expect, it } from "vitest";
import { QUANTITIES, QUANTITY_NAMES, TARIFF_ZONE_NAMES, TARIFF_ZONES } from "@/lib/readings/constants";
import { cleanText, readQuantity, readZone } from "@/lib/readings/rules/read-names";

it("reads every name it writes", () => {
  for (const quantity of QUANTITIES) expect(readQuantity(QUANTITY_NAMES[quantity])).toBe(quantity);
  for (const zone of TARIFF_ZONES) expect(readZone(TARIFF_ZONE_NAMES[zone])).toBe(zone);
});

it.each([
  ["A+", "active_import"],
  ["а+", "active_import"],
  [" A - ", "active_export"],
  ["А−", "active_export"],
  ["А–", "active_export"],
  ["P+", "reactive_import"],
  ["p-", "reactive_export"],
  ["", null],
  ["А", null],
  ["A++", null],
  ["R+", null],
  ["constructor", null],
])("quantity %j is %s", (text, quantity) => {
  expect(readQuantity(text)).toBe(quantity);
});

it.each([
  ["КРУГЛОСУТОЧНАЯ", "all_day"],
  ["Круглосуточный", "all_day"],
  ["\u00a0день ", "day"],
  ["", null],
  ["__proto__", null],
])("zone %j is %s", (text, zone) => {
  expect(readZone(text)).toBe(zone);
});

it("removes what people do not see", () => {
  expect(cleanText("\ufeff a\u00a0\n\u200bb ")).toBe("a b");
});
