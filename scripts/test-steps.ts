import type { Runner } from "./test-report";

export type Step = {
  name: string;
  /** Arguments of Node. */
  args: string[];
  /** A check counts as one, a preparation only when it fails, a suite as its runner's report says. */
  kind: "check" | "preparation" | Runner;
  /** Must have passed. */
  needs?: string[];
  /** Must have ended, so that the two do not disturb each other. */
  after?: string[];
  minutes: number;
};

export const reportOf = (name: string) => `test-results/${name}.json`;

const TSX = ["--conditions=react-server", "--import", "tsx"];
const CRUISED = ["app", "components", "lib", "sandbox", "scripts", "tests", "*.ts", "*.mjs"];

function check(name: string, minutes: number, args: string[], more: Partial<Step> = {}): Step {
  return { name, kind: "check", args, minutes, ...more };
}

function vitest(name: string, minutes: number, more: Partial<Step> = {}): Step {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(name)}`];
  return { name, kind: "vitest", args: ["node_modules/vitest/vitest.mjs", "run", "--project", name, ...reporters], minutes, ...more };
}

/** In the order they start; two run at a time, so long steps that use one core stand beside short ones. */
export const STEPS: Step[] = [
  { name: "routes", kind: "preparation", args: ["node_modules/next/dist/bin/next", "typegen"], minutes: 2 },
  check("types", 5, ["node_modules/typescript/bin/tsc", "--noEmit"], { needs: ["routes"] }),
  check("lint", 5, ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"], { needs: ["routes"] }),
  // The build rewrites .next/types, which the two above read.
  check("build", 6, ["node_modules/next/dist/bin/next", "build"], { after: ["types", "lint"] }),
  check("dependencies", 2, ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ...CRUISED]),
  check("unused", 2, ["node_modules/knip/bin/knip.js", "--no-config-hints"]),
  check("structure", 2, [...TSX, "scripts/check-structure.ts"]),
  vitest("unit", 5),
  vitest("integration", 8, { after: ["build"] }),
  { name: "browser", kind: "preparation", args: [...TSX, "scripts/install-browser.ts"], minutes: 5 },
  {
    name: "e2e",
    kind: "playwright",
    args: ["node_modules/@playwright/test/cli.js", "test"],
    minutes: 12,
    needs: ["build", "browser"],
    after: ["unit", "integration"],
  },
];

export const FULL_STEPS: Step[] = [vitest("full", 120, { after: ["e2e"] })];
