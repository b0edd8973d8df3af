import { describe, expect, it } from "vitest";
import { countReport } from "@/scripts/test-report";

type VitestFile = { name: string; status: string; assertionResults: unknown[] };

function vitestReport(passed: number, failed: number, more: { pending?: number; todo?: number; files?: VitestFile[] } = {}): string {
  const { pending = 0, todo = 0, files = [] } = more;
  return JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo, testResults: files });
}

function playwrightReport(expected: number, unexpected = 0, flaky = 0, skipped = 0, errors: unknown[] = []): string {
  return JSON.stringify({ errors, stats: { expected, unexpected, flaky, skipped } });
}

describe("vitest", () => {
  it("counts what passed and failed", () => {
    expect(countReport("vitest", vitestReport(7, 0), 0)).toEqual({ passed: 7, failed: 0, notes: [] });
    expect(countReport("vitest", vitestReport(7, 2), 1)).toEqual({ passed: 7, failed: 2, notes: [] });
  });

  it("counts a file that did not load", () => {
    const files = [{ name: "a", status: "failed", assertionResults: [] }, { name: "b", status: "passed", assertionResults: [{}] }];
    expect(countReport("vitest", vitestReport(1, 0, { files }), 1)).toEqual({ passed: 1, failed: 1, notes: ["1 outside any test"] });
  });

  it("counts skipped tests as failed", () => {
    expect(countReport("vitest", vitestReport(3, 0, { pending: 1, todo: 1 }), 0)).toEqual({ passed: 3, failed: 2, notes: ["2 skipped"] });
  });

  it("fails a suite that collected nothing", () => {
    expect(countReport("vitest", vitestReport(0, 0), 0)).toEqual({ passed: 0, failed: 1, notes: ["collected nothing"] });
  });

  it("fails when only the exit code is bad", () => {
    expect(countReport("vitest", vitestReport(3, 0), 1)).toEqual({ passed: 3, failed: 1, notes: ["the runner ended with code 1"] });
  });
});

describe("playwright", () => {
  it("counts what passed and failed, flaky ones as failed", () => {
    expect(countReport("playwright", playwrightReport(5, 1, 1), 1)).toEqual({ passed: 5, failed: 2, notes: [] });
  });

  it("counts skipped tests and errors outside tests", () => {
    expect(countReport("playwright", playwrightReport(5, 0, 0, 2, [{}]), 1)).toEqual({ passed: 5, failed: 3, notes: ["1 outside any test", "2 skipped"] });
  });

  it("fails a suite that collected nothing", () => {
    expect(countReport("playwright", playwrightReport(0), 0).failed).toBe(1);
  });
});

it("fails a runner without a report or with one of another shape", () => {
  expect(countReport("vitest", undefined, 0)).toEqual({ passed: 0, failed: 1, notes: ["the runner left no report"] });
  expect(() => countReport("playwright", "{}", 0)).toThrow();
});
