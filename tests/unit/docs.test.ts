import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const pages = ["README.md", ...globSync("docs/**/*.md")];
const scripts = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }).scripts);

const textOf = (page: string) => readFileSync(page, "utf8");
const headingOf = (line: string) => line.replace(/^#+ /, "").toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

function leadsNowhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(target)) return true;
  return anchor !== undefined && !textOf(target).split("\n").some((line) => line.startsWith("#") && headingOf(line) === anchor);
}

describe.each(pages)("%s", (page) => {
  const text = textOf(page);

  it("links only to what exists", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? "");
    const inside = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(inside.filter((link) => leadsNowhere(page, link))).toEqual([]);
  });

  it("names only scripts that exist", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
