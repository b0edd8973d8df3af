import { z } from "zod";

const OPERATIONS = ["create", "get", "capture", "cancel", "refund", "list"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What can go wrong on purpose, and what it looks like from the shop. */
export const SWITCHES = {
  slow: "accepted at once, answered after `ms`",
  slow_before: "accepted only after `ms`",
  error_before: "500, nothing done",
  error_after: "500, but accepted",
  cut_before: "connection cut, nothing done",
  cut_after: "connection cut, but accepted",
  processing: "202 without the object, but accepted",
  refund_pending: "a refund stays pending for `ms` (an hour by default)",
  refund_canceled: "a refund is refused by the payer's bank",
  notification_lost: "never sent",
  notification_doubled: "sent twice",
  notification_reordered: "sent after the next one, or after `ms`",
  notification_late: "sent after `ms`",
  notification_forged: "a new payment is followed by false news that it succeeded, and by news of an unknown id",
} as const;
export type SwitchName = keyof typeof SWITCHES;

const rule = z.strictObject({
  /** Only these operations; all by default. Notifications have events instead. */
  operation: z.union([z.enum(OPERATIONS), z.array(z.enum(OPERATIONS)).min(1)]).optional(),
  event: z.string().optional(),
  /** Only the next so many; until switched off by default. */
  next: z.number().int().positive().optional(),
  ms: z.number().int().min(0).optional(),
});
const setting = z.union([z.boolean(), z.null(), rule, z.array(rule)]);

/** Names not given stay as they are; false, null and [] switch off. */
export const switchesBody = z.partialRecord(z.enum(Object.keys(SWITCHES) as [SwitchName, ...SwitchName[]]), setting);
export type Rule = z.infer<typeof rule>;
export type Switches = z.infer<typeof switchesBody>;

function toRules(value: z.infer<typeof setting>): Rule[] {
  if (value === true) return [{}];
  if (value === false || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((one) => ({ ...one }));
}

const fits = (only: string | string[] | undefined, subject: string) => only === undefined || [only].flat().includes(subject);

export function makeFaults() {
  const active = new Map<SwitchName, Rule[]>();
  return {
    set(switches: Switches): void {
      for (const name of Object.keys(switches) as SwitchName[]) active.set(name, toRules(switches[name] ?? null));
    },
    clear: () => active.clear(),
    show: (): Partial<Record<SwitchName, Rule[]>> => Object.fromEntries([...active].filter(([, rules]) => rules.length > 0)),
    /** The rule that applies to this operation or event now; one of its `next` is used up. */
    take(name: SwitchName, subject: string): Rule | undefined {
      const rules = active.get(name) ?? [];
      const found = rules.find(({ operation, event }) => fits(operation, subject) && fits(event, subject));
      if (found?.next !== undefined && --found.next === 0) active.set(name, rules.filter((one) => one !== found));
      return found;
    },
  };
}

export type Faults = ReturnType<typeof makeFaults>;
