import "server-only";
import type { MeterStatus, Quantity, TariffZone } from "@/lib/readings/constants";
import type { FormMeter } from "@/lib/readings/types";

/** One register as `getFormPage` packs it: no names of fields. */
export type PackedMeterLine = [
  facilityCode: string,
  meterId: string,
  serialNumber: string,
  pointName: string,
  status: MeterStatus,
  integerDigits: number,
  fractionDigits: number,
  multiplier: string,
  lossesPercent: string,
  registerId: string,
  quantity: Quantity,
  zone: TariffZone,
  previousValue: string | null,
  previousMonth: string | null,
  currentValue: string | null,
  currentVersion: number | null,
  interval: string | null,
];

/** Meters by the code of their facility; registers of one meter stand together. */
export function unpackMeters(lines: PackedMeterLine[]): Map<string, FormMeter[]> {
  const facilities = new Map<string, FormMeter[]>();
  for (const line of lines) {
    const [code, id, serialNumber, pointName, status, integerDigits, fractionDigits, multiplier, lossesPercent, ...register] = line;
    const [registerId, quantity, zone, previousValue, previousMonth, currentValue, currentVersion, interval] = register;
    const meters = facilities.get(code) ?? [];
    if (meters.length === 0) facilities.set(code, meters);
    let meter = meters.at(-1);
    if (meter?.id !== id) {
      meter = { id, serialNumber, pointName, status, integerDigits, fractionDigits, multiplier, lossesPercent, registers: [] };
      meters.push(meter);
    }
    meter.registers.push({
      id: registerId,
      quantity,
      zone,
      previous: previousValue === null || previousMonth === null ? null : { value: previousValue, month: previousMonth },
      current: currentValue === null || currentVersion === null ? null : { value: currentValue, version: currentVersion },
      interval,
    });
  }
  return facilities;
}
