import Big from "big.js";
import { ENERGY_ROUNDING, ROLLOVER } from "@/lib/readings/constants";
import type { RegisterLine } from "@/lib/readings/types";

type Factors = Pick<RegisterLine, "multiplier" | "lossesPercent">;
type Display = Pick<RegisterLine, "integerDigits" | "mean12"> & Factors;

const toEnergy = (value: Big) => value.round(ENERGY_ROUNDING.decimals, ENERGY_ROUNDING.mode).toFixed();

/** × multiplier × (1 + losses/100): every factor is exact, only the result is rounded. */
function applyFactors(difference: Big, { multiplier, lossesPercent }: Factors): string {
  return toEnergy(difference.times(multiplier).times(new Big(lossesPercent).plus(100)).times("0.01"));
}

/** (current − previous) × multiplier × (1 + losses/100). */
export function consumptionOf(current: string, previous: string, factors: Factors): string {
  return applyFactors(new Big(current).minus(previous), factors);
}

/** What the register counted beyond the sum of its hours. */
export function deltaOf(registerConsumption: string, intervalConsumption: string): string {
  return toEnergy(new Big(registerConsumption).minus(intervalConsumption));
}

/** Consumption of a display that passed zero, or null where that is not believable. */
export function rolloverConsumption(current: string, previous: string, meter: Display): string | null {
  if (meter.mean12 === null || new Big(current).gte(previous)) return null;
  const capacity = new Big(10).pow(meter.integerDigits);
  const wrapped = capacity.minus(previous).plus(current);
  if (wrapped.lt(0) || wrapped.gte(capacity.times(ROLLOVER.capacityShare))) return null;
  const consumption = applyFactors(wrapped, meter);
  return new Big(consumption).lt(new Big(meter.mean12).times(ROLLOVER.usualMonths)) ? consumption : null;
}
