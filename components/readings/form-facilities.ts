import { formatMoment, formatMonth } from "@/lib/format/dates";
import { REGISTERS_PER_PAGE } from "@/lib/readings/constants";
import type { BillingPeriod, FacilitySummary, FormFacility, FormMeter } from "@/lib/readings/types";

/** Facilities whose meters fit one page together; the others get a page of their own. */
export function fitting(facilities: FacilitySummary[]): FacilitySummary[] {
  let left = REGISTERS_PER_PAGE;
  return facilities.filter(({ registers }) => {
    if (registers > left) return false;
    left -= registers;
    return true;
  });
}

/** What crosses to the browser: plain, without what the form does not show. */
export function toFormFacilities(facilities: FacilitySummary[], meters: Map<string, FormMeter[]>, shown: FacilitySummary[], zone: string): FormFacility[] {
  const ids = new Set(shown.map(({ id }) => id));
  return facilities.map(({ id, name: _, sentAt, ...facility }) => ({
    ...facility,
    sentAt: sentAt && formatMoment(sentAt, zone),
    lines: ids.has(id) ? (meters.get(id) ?? []) : null,
  }));
}

/** «октябрь», with the year where it is another one than the period's. */
export function monthNames(facilities: FormFacility[], period: BillingPeriod): Record<string, string> {
  const registers = facilities.flatMap(({ lines }) => lines ?? []).flatMap((meter) => meter.registers);
  const months = new Set(registers.flatMap(({ previous }) => (previous ? [previous.month] : [])));
  return Object.fromEntries([...months].map((month) => [month, formatMonth(month).replace(` ${period.month.year}`, "")]));
}
