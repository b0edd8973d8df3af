import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "amper-structure-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function check(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/check-structure.ts", root], { encoding: "utf8" });
  return { status, stdout, stderr };
}

it("passes a house in order and tells its median", () => {
  const result = check({ "lib/bills/rules.ts": "a\n".repeat(10), "lib/bills/types.ts": "a\n".repeat(20), "lib/bills/queries.ts": "a\n".repeat(90) });
  expect(result).toEqual({ status: 0, stderr: "", stdout: "3 files of code, median 20 lines, longest 90; 0 breaches\n" });
});

it("fails with one line for each breach", () => {
  const result = check({ "lib/bills/service.ts": "a\n", "lib/format/money.ts": "a\n".repeat(401) });
  expect(result.status).toBe(1);
  expect(result.stderr.split("\n").filter(Boolean)).toEqual([
    "lib/bills/service.ts: “service.ts” is not in the vocabulary of lib/<domain>.",
    "lib/format/money.ts: 401 lines; split it, 400 is the most.",
  ]);
});

it("does not judge what is installed, generated or left by a run", () => {
  const result = check({ "lib/bills/rules.ts": "a\n", "node_modules/a/index.js": "", "lib/db/generated/index.ts": "", ".next/utils.ts": "", "test-results/index.ts": "" });
  expect(result.status).toBe(0);
});

it("fails where there is nothing to check", () => {
  expect(check({ "readme.md": "a" }).status).toBe(1);
});
