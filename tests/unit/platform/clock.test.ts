import { afterEach, describe, expect, it, vi } from "vitest";

async function clockWith(vars: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(vars)) vi.stubEnv(name, value);
  return import("@/lib/platform/clock");
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the clock", () => {
  it("shows the real time", async () => {
    const { now } = await clockWith({ AMPER_NOW: "" });
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it("stands still when pinned, and cannot be moved through what it returned", async () => {
    const { now } = await clockWith({ AMPER_NOW: "2026-11-23T12:00:00+03:00" });
    now().setFullYear(2000);
    expect(now().toISOString()).toBe("2026-11-23T09:00:00.000Z");
  });

  it("knows the supplier's day, which is not the day in UTC", async () => {
    const { today } = await clockWith({ AMPER_NOW: "2026-11-30T22:30:00Z" });
    expect(today().toString()).toBe("2026-12-01");
    expect(today("UTC").toString()).toBe("2026-11-30");
    expect(today("Asia/Vladivostok").toString()).toBe("2026-12-01");
  });
});
