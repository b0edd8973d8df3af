import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import { DEMONSTRATION_SUBJECT } from "@/lib/integration/constants";

/** Before the first and after the last import, so that loading cut off half-way is found and repeated for the same day. */
export function markDemonstration(by: SystemActor, step: "begin" | "end", day: string): Promise<void> {
  return transact(by, async () => ({
    result: undefined,
    audit: [{ action: `demonstration.${step}`, subject: { kind: DEMONSTRATION_SUBJECT, id: day } }],
  }));
}
