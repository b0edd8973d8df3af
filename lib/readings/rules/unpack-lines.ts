import type { FacilityStatus, MeterStatus, Quantity, TariffZone } from "@/lib/readings/constants";
import type { RegisterLine } from "@/lib/readings/types";

/** One register as the database packs it: no names of fields, so that a large contract stays small. */
type PackedLine = [
  registerId: string,
  meterId: string,
  facilityCode: string,
  facilityName: string,
  facilityStatus: FacilityStatus,
  meterStatus: MeterStatus,
  serialNumber: string,
  pointName: string,
  quantity: Quantity,
  zone: TariffZone,
  integerDigits: number,
  fractionDigits: number,
  multiplier: string,
  lossesPercent: string,
  previousValue: string | null,
  previousMonth: string | null,
  currentValue: string | null,
  currentVersion: number | null,
];

function unpackLine(line: PackedLine): RegisterLine {
  const [registerId, meterId, facilityCode, facilityName, facilityStatus, meterStatus, serialNumber, pointName, quantity, zone, ...numbers] = line;
  const [integerDigits, fractionDigits, multiplier, lossesPercent, previousValue, previousMonth, currentValue, currentVersion] = numbers;
  return {
    registerId,
    meterId,
    facilityCode,
    facilityName,
    facilityStatus,
    meterStatus,
    serialNumber,
    pointName,
    quantity,
    zone,
    integerDigits,
    fractionDigits,
    multiplier,
    lossesPercent,
    previous: previousValue === null || previousMonth === null ? null : { value: previousValue, month: previousMonth },
    current: currentValue === null || currentVersion === null ? null : { value: currentValue, version: currentVersion },
    // A file cannot confirm that a display passed zero, so the usual month is not asked for.
    mean12: null,
  };
}

/** Registers of a whole contract from the text of `listRegisterLines`. */
export function unpackLines(text: string): RegisterLine[] {
  return (JSON.parse(text) as PackedLine[]).map(unpackLine);
}
