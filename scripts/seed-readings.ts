import type { CalendarDate } from "@internationalized/date";
import Big from "big.js";
import type { ImportReadings } from "@/lib/integration/schema";
import { consumptionOf } from "@/lib/readings/rules/consumption";
import { monthOf, pastMonths } from "./seed-calendar";
import type { Site } from "./seed-data";
import { type Random, seededRandom } from "./seed-random";

/** January to December, percent of a usual month. */
const SEASON = [112, 108, 104, 97, 92, 88, 86, 90, 95, 101, 107, 113];
/** An archived facility has sent nothing for so long. */
const ARCHIVED_MONTHS = 6;

function sourceOf(site: Site, random: Random): ImportReadings[number]["source"] {
  const chance = random.next();
  return chance < 0.02 ? "estimated" : chance < 0.05 ? "supplier" : site.source;
}

/** Values of every register of a site, going back from the one that stands now. */
export function planReadings(site: Site, today: CalendarDate): ImportReadings {
  const newestFirst = pastMonths(today).reverse();
  const months = site.status === "archived" ? newestFirst.slice(ARCHIVED_MONTHS) : newestFirst;
  return site.points.flatMap(({ code: pointCode, multiplier, lossesPercent, meter }) =>
    meter.registers.flatMap(({ quantity, zone, previous, monthly }) => {
      const random = seededRandom(`${pointCode} ${quantity} ${zone}`);
      let value = new Big(previous);
      return months.map((month) => {
        const share = ((SEASON[month.month - 1] ?? 100) / 100) * random.between(0.92, 1.08);
        const before = value.minus((monthly * share).toFixed(meter.fractionDigits));
        const row = {
          pointCode,
          serialNumber: meter.serialNumber,
          quantity,
          zone,
          month: monthOf(month),
          value: value.toFixed(),
          consumption: consumptionOf(value.toFixed(), before.toFixed(), { multiplier, lossesPercent }),
          source: sourceOf(site, random),
        };
        value = before;
        return row;
      });
    }),
  );
}
