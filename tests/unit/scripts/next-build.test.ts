import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashInputs } from "@/scripts/next-build";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amper-build-"));
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app", "page.tsx"), "one");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("stays the same for the same files", () => {
  expect(hashInputs([folder])).toBe(hashInputs([folder, join(folder, "absent")]));
});

it.each([
  ["a changed file", () => writeFileSync(join(folder, "app", "page.tsx"), "two")],
  ["a new file", () => writeFileSync(join(folder, "app", "empty.tsx"), "")],
  ["a renamed file", () => renameSync(join(folder, "app", "page.tsx"), join(folder, "app", "route.tsx"))],
  ["a removed file", () => rmSync(join(folder, "app", "page.tsx"))],
])("notices %s", (_name, change) => {
  const before = hashInputs([folder]);
  change();
  expect(hashInputs([folder])).not.toBe(before);
});
