import { type CalendarDate, fromDate, toCalendarDate } from "@internationalized/date";

/** Where the clock of a test starts: the instant at which every test stands. */
export const START = new Date("2026-11-21T12:00:00+03:00");

/** Thrown at a boundary of a process that was killed there. */
export class Killed extends Error {}

let at = START.getTime();
let stepsLeft = Infinity;
let dead = false;

/** Every look at the clock and every call to the bank is a place where a process may die; a dead one writes nothing more. */
export function boundary(): void {
  if (!dead && stepsLeft > 0) {
    stepsLeft -= 1;
    return;
  }
  dead = true;
  throw new Killed("killed");
}

export const clock = {
  get moment(): Date {
    return new Date(at);
  },
  advance(ms: number): void {
    at += ms;
  },
  /** The process dies at the boundary after so many. */
  killAfter(steps: number): void {
    stepsLeft = steps;
  },
  /** A new process in the place of the dead one. Answers whether one had died. */
  revive(): boolean {
    const died = dead;
    dead = false;
    stepsLeft = Infinity;
    return died;
  },
};

export function now(): Date {
  boundary();
  return new Date(at);
}

export function ago(ms: number): Date {
  return new Date(now().getTime() - ms);
}

export function today(zone = "Europe/Moscow"): CalendarDate {
  return toCalendarDate(fromDate(now(), zone));
}
