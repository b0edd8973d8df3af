import { stopStand } from "@/tests/support/payment-stand";
import { runModel } from "@/tests/support/payment-model";
import { afterAll, expect, it, vi } from "vitest";

vi.mock("@/lib/platform/log", () => ({
  log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  withLogFields: (_: object, run: () => unknown) => run(),
}));

afterAll(stopStand);

it("100 sequences of 40 commands break no invariant of money", { timeout: 5 * 60_000 }, async () => {
  await expect(runModel(100)).resolves.toBeUndefined();
});
