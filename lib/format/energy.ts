import { formatDecimal } from "@/lib/format/numbers";

/** kWh or kvarh with two decimals, so that columns line up: `12 600,00`. */
export function formatEnergy(value: string | null): string {
  return formatDecimal(value, 2);
}

/** A reading in the digits of its meter: `012 441,00`; what does not fit is shown in full. */
export function formatReading(value: string | null, meter: { integerDigits: number; fractionDigits: number }): string {
  return formatDecimal(value, meter.fractionDigits, Math.max(meter.fractionDigits, 6), meter.integerDigits);
}
