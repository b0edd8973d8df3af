import { stopStand } from "@/tests/support/payment-stand";
import { runModel } from "@/tests/support/payment-model";
import { afterAll, expect, it, vi } from "vitest";

vi.mock("@/lib/platform/log", () => ({
  log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  withLogFields: (_: object, run: () => unknown) => run(),
}));

afterAll(stopStand);

it("5,000 sequences of 40 commands break no invariant of money; its neighbour runs as many beside it", { timeout: 110 * 60_000 }, async () => {
  await expect(runModel(5_000)).resolves.toBeUndefined();
});
