import { formatMoment, formatMonth } from "@/lib/format/dates";
import type { FacilitySummary, FormFacility, FormPage } from "@/lib/readings/types";

/** What crosses to the browser: plain values and texts. */
export function toFormFacilities(facilities: FacilitySummary[], zone: string): FormFacility[] {
  return facilities.map(({ sentAt, ...facility }) => ({ ...facility, sentAt: sentAt && formatMoment(sentAt, zone) }));
}

/** Names of the months of previous values: «октябрь», with the year where it is another one than the period's. */
export function monthNames({ facilities, period }: FormPage): Record<string, string> {
  const registers = facilities.flatMap(({ lines }) => lines ?? []).flatMap((meter) => meter.registers);
  const months = new Set(registers.flatMap(({ previous }) => (previous ? [previous.month] : [])));
  return Object.fromEntries([...months].map((month) => [month, formatMonth(month).replace(` ${period.month.year}`, "")]));
}
