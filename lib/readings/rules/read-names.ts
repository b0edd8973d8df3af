import { QUANTITIES, QUANTITY_NAMES, TARIFF_ZONE_NAMES, TARIFF_ZONES, type Quantity, type TariffZone } from "@/lib/readings/constants";

/** Latin letters that look like the Cyrillic ones of the template. */
const CYRILLIC: Record<string, string> = { A: "А", P: "Р" };
const QUANTITY_BY_NAME = new Map(QUANTITIES.map((quantity) => [QUANTITY_NAMES[quantity], quantity]));

/** «Круглосуточный» stands on the meter's own row in older templates. */
const ZONE_BY_NAME = new Map<string, TariffZone>([
  ...TARIFF_ZONES.map((zone): [string, TariffZone] => [TARIFF_ZONE_NAMES[zone].toLowerCase(), zone]),
  ["круглосуточный", "all_day"],
  ["круглосуточно", "all_day"],
]);

/** Text of a cell without what people do not see. */
export function cleanText(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, " ").trim();
}

/** «А+», also in lower case, with Latin letters, spaces or another dash. */
export function readQuantity(text: string): Quantity | null {
  const name = cleanText(text)
    .replaceAll(" ", "")
    .toUpperCase()
    .replace(/[AP]/g, (letter) => CYRILLIC[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  return QUANTITY_BY_NAME.get(name) ?? null;
}

export function readZone(text: string): TariffZone | null {
  return ZONE_BY_NAME.get(cleanText(text).toLowerCase()) ?? null;
}
