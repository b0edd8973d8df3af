import { randomUUID } from "node:crypto";
import type { Clock } from "./clock";
import type { Faults } from "./faults";
import type { BankState, NotificationRecord } from "./records";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Pauses before the second, third… attempt; the last one repeats. */
const PAUSES = [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
const GIVE_UP_AFTER_MS = 24 * HOUR;
const ANSWER_WITHIN_MS = 10 * SECOND;
const KEEP_AT_MOST = 1000;
const REORDERED_AT_MOST_MS = 2 * SECOND;

type Needs = { state: BankState; clock: Clock; faults: Faults; url: string | undefined; changed: () => void; log: (line: string) => void };

/** Tells the shop what happened until it answers 200. */
export function makeNotifier({ state, clock, faults, url: firstUrl, changed, log }: Needs) {
  let url = firstUrl;
  const inFlight = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  const later = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();

  function queue(event: string, object: object, delay = 0, fate: Partial<NotificationRecord> = {}): void {
    const createdAt = clock.now().toISOString();
    if (state.notifications.length >= KEEP_AT_MOST) forgetOldest();
    state.notifications.push({ id: randomUUID(), event, object, state: "waiting", attempts: 0, createdAt, dueAt: later(delay), held: false, ...fate });
  }

  function forgetOldest(): void {
    const over = state.notifications.findIndex(({ state: fate }) => fate !== "waiting");
    if (over >= 0) state.notifications.splice(over, 1);
  }

  function announce(event: string, object: object): void {
    if (url === undefined) return;
    const reordered = faults.take("notification_reordered", event);
    if (faults.take("notification_lost", event) !== undefined) queue(event, object, 0, { state: "lost" });
    else if (reordered !== undefined) queue(event, object, reordered.ms ?? REORDERED_AT_MOST_MS, { held: true });
    else {
      const delay = faults.take("notification_late", event)?.ms ?? 0;
      queue(event, object, delay);
      if (faults.take("notification_doubled", event) !== undefined) queue(event, object, delay);
    }
    changed();
  }

  async function isTaken({ event, object }: NotificationRecord, target: string): Promise<boolean> {
    try {
      const answer = await fetch(target, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ type: "notification", event, object }),
        redirect: "manual",
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await answer.body?.cancel();
      return answer.status === 200;
    } catch {
      return false;
    }
  }

  async function deliver(record: NotificationRecord, target: string): Promise<void> {
    const taken = await isTaken(record, target);
    if (stopping.signal.aborted) return;
    record.attempts += 1;
    log(`notification ${record.event} attempt ${record.attempts} ${taken ? "taken" : "not taken"}`);
    const now = clock.now();
    if (taken) Object.assign(record, { state: "delivered", deliveredAt: now.toISOString() });
    else if (now.getTime() - Date.parse(record.createdAt) >= GIVE_UP_AFTER_MS) record.state = "given_up";
    else record.dueAt = later(PAUSES[record.attempts - 1] ?? HOUR);
    if (!record.held) release();
    record.held = false;
  }

  /** What was held back for the next notification goes after it. */
  function release(): void {
    for (const record of state.notifications) {
      if (!record.held) continue;
      record.held = false;
      record.dueAt = later(0);
    }
  }

  /** Sends all that is due; called whenever something changed or time has moved. */
  function pump(): void {
    const target = url;
    if (target === undefined || stopping.signal.aborted) return;
    const now = clock.now().toISOString();
    for (const record of state.notifications) {
      if (record.state !== "waiting" || record.dueAt > now || inFlight.has(record.id)) continue;
      const sending = deliver(record, target).finally(() => {
        inFlight.delete(record.id);
        changed();
      });
      inFlight.set(record.id, sending);
    }
  }

  return {
    announce,
    pump,
    /** Sent as it is, whatever the switches say: a forger does not ask. */
    forge: (event: string, object: object) => {
      if (url === undefined) return;
      queue(event, object);
      changed();
    },
    setUrl: (next: string | undefined) => {
      url = next;
      changed();
    },
    nextDue: (): string | undefined => {
      const waiting = url === undefined ? [] : state.notifications.filter(({ id, state: fate }) => fate === "waiting" && !inFlight.has(id));
      return waiting.map(({ dueAt }) => dueAt).toSorted()[0];
    },
    /** Until nothing is on its way. */
    settle: async (): Promise<void> => {
      for (pump(); inFlight.size > 0; pump()) await Promise.all(inFlight.values());
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(inFlight.values());
    },
  };
}

export type Notifier = ReturnType<typeof makeNotifier>;
