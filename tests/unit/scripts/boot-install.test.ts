import { describe, expect, it } from "vitest";
import { explain, matches } from "@/scripts/boot-install.mjs";

describe("matches", () => {
  const asked = { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/other-platform": { version: "2.0.0", optional: true } };

  it.each([
    ["everything asked", { "node_modules/a": { version: "1.0.0" } }, true],
    ["another version", { "node_modules/a": { version: "1.0.1" } }, false],
    ["a package missing", {}, false],
    ["an optional package of another version", { "node_modules/a": { version: "1.0.0" }, "node_modules/other-platform": { version: "1.9.9" } }, false],
  ])("%s", (_name, installed, expected) => {
    expect(matches(installed, asked)).toBe(expected);
  });
});

describe("explain", () => {
  it.each([
    ["npm error code ENOTFOUND\nnpm error network request to https://registry.example failed", /registry does not answer/],
    ["npm error code ENOSPC\nnpm error nospc no space left on device", /disk is full/],
    ["npm error code EACCES\nnpm error syscall mkdir", /no right to write/],
    ["npm error code EUSAGE\nnpm error `npm ci` can only install packages when", /does not belong to package\.json/],
    ["npm error code E404\nnpm error 404 Not Found - GET x\nnpm error A complete log of this run can be found in: y", /^code E404 404 Not Found - GET x$/],
    ["", /see it with: npm ci/],
  ])("%j", (output, expected) => {
    expect(explain(output)).toMatch(expected);
    expect(explain(output)).not.toContain("\n");
  });
});
