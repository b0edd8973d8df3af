import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withTables } from "@/scripts/readme-tables";

const page = readFileSync("README.md", "utf8");

it("README says what the code knows; otherwise run: npm run readme", () => {
  expect(withTables(page)).toBe(page);
});

it("replaces whatever stood between the marks", () => {
  const emptied = page.replace(/(<!-- configuration -->)[^]*(<!-- \/configuration -->)/, "$1 old $2");
  expect(emptied).not.toContain("DATABASE_URL` |");
  expect(withTables(emptied)).toBe(page);
});

it("refuses a page without a place for a table", () => {
  expect(() => withTables(page.replace("<!-- /scripts -->", ""))).toThrow("<!-- scripts -->");
});
