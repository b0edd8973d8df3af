import { describe, expect, it } from "vitest";
import { type Ending, runSteps } from "@/scripts/test-run";
import type { Step } from "@/scripts/test-steps";

function step(name: string, code: string, more: Partial<Step> = {}): Step {
  return { name: `fake-${name}`, kind: "check", args: ["-e", code], minutes: 1, ...more };
}

async function run(steps: Step[], width = 2) {
  const ended: string[] = [];
  const endings = await runSteps(steps, width, ({ step: { name } }: Ending) => ended.push(name));
  return { ended, of: (name: string) => endings.find((ending) => ending.step.name === `fake-${name}`) };
}

describe("runSteps", () => {
  it("counts a check as one and keeps its output", async () => {
    const { of } = await run([step("good", "console.log('fine')"), step("bad", "console.error('broken'); process.exit(3)")]);
    expect(of("good")).toMatchObject({ passed: 1, failed: 0, output: "fine\n" });
    expect(of("bad")).toMatchObject({ passed: 0, failed: 1, output: "broken\n" });
  });

  it("counts a preparation only when it fails", async () => {
    const { of } = await run([step("good", "", { kind: "preparation" }), step("bad", "process.exit(1)", { kind: "preparation" })]);
    expect(of("good")).toMatchObject({ passed: 0, failed: 0 });
    expect(of("bad")).toMatchObject({ passed: 0, failed: 1 });
  });

  it("does not run what needs a failed step, and says so", async () => {
    const { of } = await run([step("base", "process.exit(1)"), step("top", "", { needs: ["fake-base"] }), step("other", "", { after: ["fake-base"] })]);
    expect(of("top")).toMatchObject({ passed: 0, failed: 1, notes: ["not run: fake-base failed"] });
    expect(of("other")).toMatchObject({ passed: 1, failed: 0 });
  });

  it("waits for what must come before, passes by what was left out", async () => {
    const { ended } = await run([
      step("late", "", { after: ["fake-slow", "fake-absent"] }),
      step("slow", "setTimeout(() => {}, 1000)"),
      step("quick", ""),
    ]);
    expect(ended).toEqual(["fake-quick", "fake-slow", "fake-late"]);
  });

  it("fails a runner that leaves no report", async () => {
    const { of } = await run([step("silent", "", { kind: "vitest" })]);
    expect(of("silent")).toMatchObject({ passed: 0, failed: 1, notes: ["the runner left no report"] });
  });

  it("stops a step that does not end", async () => {
    const { of } = await run([step("endless", "setInterval(() => {}, 1000)", { minutes: 0.005 })]);
    expect(of("endless")).toMatchObject({ passed: 0, failed: 1 });
    expect(of("endless")?.output).toContain("did not end within");
  });

  it("refuses steps that wait for each other", async () => {
    await expect(run([step("a", "", { after: ["fake-b"] }), step("b", "", { after: ["fake-a"] })])).rejects.toThrow("wait for each other");
  });
});
