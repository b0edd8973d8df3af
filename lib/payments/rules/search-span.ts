/** How far the bank's clock and ours may differ, ms. */
const CLOCKS_MS = 10 * 60_000;

/** When the bank may have accepted a call of ours, by its own clock. */
export function searchSpan({ createdAt, liveUntil }: { createdAt: Date; liveUntil: Date }): { from: Date; to: Date } {
  return { from: new Date(createdAt.getTime() - CLOCKS_MS), to: new Date(liveUntil.getTime() + CLOCKS_MS) };
}
