import { parseDate } from "@internationalized/date";
import { expect, it } from "vitest";
import { readPeriod } from "@/lib/payments/rules/history-period";

it.each([
  [{}, "2026-11-01", "2026-11-30"],
  [{ from: "2026-02", to: "2026-02" }, "2026-02-01", "2026-02-28"],
  [{ from: "2026-10", to: "2025-12" }, "2025-12-01", "2026-10-31"],
  [{ from: "2026-13", to: ["2026-01"] }, "2026-11-01", "2026-11-30"],
  [{ from: "2024-02", to: "nonsense" }, "2024-02-01", "2026-11-30"],
])("%j is %s to %s", (raw, from, to) => {
  expect(readPeriod(raw, parseDate("2026-11-21"))).toEqual({ from, to });
});
