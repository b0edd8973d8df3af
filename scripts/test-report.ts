import { z } from "zod";

export type Count = { passed: number; failed: number; /** Why more failed than the report's own failures. */ notes: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

type Tally = { passed: number; failed: number; skipped: number; broken: number };

function fromVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report);
  // A file that does not load fails without a single test.
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, broken };
}

function fromPlaywright(report: unknown): Tally {
  const { errors, stats } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, broken: errors.length };
}

const READERS = { vitest: fromVitest, playwright: fromPlaywright };
export type Runner = keyof typeof READERS;

/** Counts what a runner reports. A suite that collected nothing, skipped tests and a bad exit code are failures too. */
export function countReport(runner: Runner, text: string | undefined, exitCode: number | null): Count {
  if (text === undefined) return { passed: 0, failed: 1, notes: ["the runner left no report"] };
  const { passed, failed, skipped, broken } = READERS[runner](JSON.parse(text));
  const notes: string[] = [];
  if (broken > 0) notes.push(`${broken} outside any test`);
  if (skipped > 0) notes.push(`${skipped} skipped`);
  let total = failed + broken + skipped;
  if (passed + total === 0) {
    notes.push("collected nothing");
    total = 1;
  } else if (total === 0 && exitCode !== 0) {
    notes.push(`the runner ended with code ${exitCode}`);
    total = 1;
  }
  return { passed, failed: total, notes };
}
