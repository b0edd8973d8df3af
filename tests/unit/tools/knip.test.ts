import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "amper-knip-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FILES = {
  "package.json": JSON.stringify({ name: "fixture", type: "module", dependencies: { next: "1.0.0", leftover: "1.0.0" } }),
  "tsconfig.json": JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] } } }),
  "app/page.tsx": 'import { used } from "@/lib/bills/rules";\nimport "next/link";\nimport "missing";\nexport default () => used;\n',
  "lib/bills/rules.ts": "export const used = 1;\nexport const forgotten = 2;\n",
  "lib/bills/parse.worker.ts": "console.log(1);\n",
  "lib/bills/queries.ts": "export const nobody = 1;\n",
  "scripts/seed.ts": "console.log(1);\n",
};

it("names unused files, exports and packages and undeclared ones, and nothing else", () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  cpSync("knip.json", join(root, "knip.json"));
  const args = [resolve("node_modules/knip/bin/knip.js"), "--directory", root, "--reporter", "compact", "--no-config-hints"];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status).toBe(1);
  const lines = stdout.split("\n").filter((line) => line.includes(":"));
  expect(lines.map((line) => line.trim())).toEqual([
    "lib/bills/queries.ts: lib/bills/queries.ts",
    "package.json: leftover",
    "app/page.tsx: missing",
    "lib/bills/rules.ts: forgotten",
  ]);
});
