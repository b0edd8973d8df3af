import { type CalendarDate, isWeekend, startOfMonth } from "@internationalized/date";
import Big from "big.js";
import type { ImportIntervalDays, ImportReadings } from "@/lib/integration/schema";
import { monthOf, pastMonths } from "./seed-calendar";
import { PROFILES, type Profile } from "./seed-data";
import { seededRandom } from "./seed-random";

const DAY_BEGINS = 7;
const DAY_ENDS = 21;

/** Splits a whole number by weights; what rounding leaves goes to the first parts, one to each. */
export function splitByWeights(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((done, weight) => done + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - parts.reduce((done, part) => done + part, 0);
  return parts.map((part, index) => (index < rest ? part + 1 : part));
}

function hourWeights(profile: Profile, day: CalendarDate): number[] {
  const random = seededRandom(`${profile.serialNumber} ${day.toString()}`);
  const percent = isWeekend(day, "ru-RU") ? profile.weekendPercent : 100;
  return Array.from({ length: 24 }, (_, hour) => {
    const weight = hour >= DAY_BEGINS && hour < DAY_ENDS ? profile.dayWeight : profile.nightWeight;
    return Math.round(weight * percent * random.between(0.9, 1.1));
  });
}

/** Days of one month whose hours add up to `kwh` exactly, to a hundredth. */
function planMonth(profile: Profile, first: CalendarDate, days: number, kwh: Big): ImportIntervalDays {
  if (days === 0) return [];
  const dates = Array.from({ length: days }, (_, index) => first.add({ days: index }));
  const hundredths = kwh.times(100).round(0).toNumber();
  const hours = splitByWeights(hundredths, dates.flatMap((day) => hourWeights(profile, day)));
  return dates.map((day, index) => ({
    pointCode: profile.pointCode,
    serialNumber: profile.serialNumber,
    quantity: "active_import",
    zone: "all_day",
    day: day.toString(),
    values: hours.slice(index * 24, index * 24 + 24).map((hour) => new Big(hour).div(100).toFixed(2)),
    source: "amr",
  }));
}

/** A year of hours close to what the register counted, and the current month up to yesterday. */
export function planIntervalDays(readings: ImportReadings, today: CalendarDate): ImportIntervalDays {
  return PROFILES.registers.flatMap((profile) => {
    const counted = new Map(
      readings
        .filter((row) => row.pointCode === profile.pointCode && row.serialNumber === profile.serialNumber)
        .map((row) => [row.month, new Big(row.consumption ?? 0)]),
    );
    const months = pastMonths(today, PROFILES.months);
    const past = months.flatMap((first) => {
      const { next } = seededRandom(`${profile.serialNumber} ${monthOf(first)}`);
      const kwh = (counted.get(monthOf(first)) ?? new Big(0)).times((0.996 + next() * 0.008).toFixed(6));
      return planMonth(profile, first, first.calendar.getDaysInMonth(first), kwh);
    });
    const first = startOfMonth(today);
    const usual = (counted.get(monthOf(first.subtract({ months: 1 }))) ?? new Big(0)).times(today.day - 1).div(30);
    const current = profile.currentMonthKwh === null ? usual : new Big(profile.currentMonthKwh);
    return [...past, ...planMonth(profile, first, today.day - 1, current)];
  });
}
