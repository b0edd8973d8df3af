import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import configuration from "../../../.dependency-cruiser.mjs";

const PACKAGES = ["big.js", "clsx", "next", "pg", "react", "server-only", "zod"];
const DEVELOPMENT = ["vitest"];
const root = mkdtempSync(join(tmpdir(), "amper-cruise-"));
const output = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
  }),
});

type Edge = [from: string, to: string];

/** Imports that the law forbids, under the rule that must say so. */
const FORBIDDEN: Record<string, Edge[]> = {
  "no-circular": [["lib/a1/rules.ts", "@/lib/a2/rules"]],
  resolvable: [["lib/b/queries.ts", "@/lib/b/nothing"]],
  declared: [["lib/b2/queries.ts", "undeclared"]],
  "no-dev-package-in-product": [["lib/c/queries.ts", "vitest"]],
  "product-without-tools": [["lib/d/queries.ts", "@/scripts/tool"], ["app/d/page.tsx", "@/tests/support/tool"], ["components/d/card.tsx", "@/sandbox/tool"]],
  "sandbox-stands-alone": [["sandbox/bank/server.ts", "@/lib/good/rules"]],
  "lib-below-all": [["lib/e/queries.ts", "@/components/ui/button"], ["lib/e2/commands.ts", "@/app/good/part"]],
  "components-below-app": [["components/f/card.tsx", "@/app/good/part"]],
  "components-see-vocabulary": [
    ["components/g/a.tsx", "@/lib/good/queries"],
    ["components/g/b.tsx", "@/lib/good/commands/save"],
    ["components/g/c.tsx", "@/lib/db/client"],
    ["components/g/d.tsx", "@/lib/auth/guards"],
  ],
  "ui-knows-no-domain": [["components/ui/a.tsx", "@/lib/good/rules"], ["components/ui/b.tsx", "@/components/good/card"], ["components/ui/c.tsx", "zod"], ["components/ui/d.tsx", "next/navigation"]],
  "ground-knows-no-domain": [["lib/platform/a.ts", "@/lib/good/rules"], ["lib/db/a.ts", "@/lib/auth/guards"]],
  "format-knows-nothing": [["lib/format/a.ts", "@/lib/good/rules"]],
  "format-stays-pure": [["lib/format/b.ts", "node:fs"]],
  "database-users": [
    ["lib/h/process.ts", "@/lib/db/client"],
    ["lib/h2/actions.ts", "@/lib/db/transact"],
    ["app/h/route.ts", "@/lib/db/client"],
    ["lib/platform/mailer.ts", "@/lib/db/client"],
  ],
  "prisma-behind-db": [["lib/i/queries.ts", "pg"]],
  "pages-never-write": [["app/j/page.tsx", "@/lib/good/commands/save"], ["app/j/layout.tsx", "@/lib/good/process"]],
  "gateway-behind-process": [["app/k/route.ts", "@/lib/good/gateway"], ["lib/good/letters-of/a.ts", "@/lib/good/gateway"]],
  "gateway-of-own-domain": [["lib/l/process.ts", "@/lib/good/gateway"]],
  "jobs-in-worker": [["app/m/route.ts", "@/lib/good/jobs"], ["scripts/start.ts", "@/lib/good/jobs"]],
  "private-to-domain": [["lib/n/process.ts", "@/lib/good/actions"], ["lib/n2/queries.ts", "@/lib/good/parse.worker"]],
  "worker-threads-compute": [["lib/o/parse.worker.ts", "@/lib/db/client"], ["lib/o/read.worker.ts", "@/lib/good/queries"]],
  "formats-without-database": [["lib/p/xlsx.ts", "@/lib/db/client"], ["lib/p/pdf.ts", "@/lib/platform/env"]],
  "constants-stays-low": [["lib/q/constants.ts", "@/lib/good/rules"]],
  "constants-stays-pure": [["lib/q2/constants.ts", "zod"]],
  "types-stays-low": [["lib/r/types.ts", "@/lib/good/schema"]],
  "types-stays-pure": [["lib/r2/types.ts", "react"]],
  "rules-stays-low": [["lib/s/rules.ts", "@/lib/db/client"], ["lib/s2/rules.ts", "@/lib/good/schema"], ["lib/s3/rules/due.ts", "@/lib/platform/env"]],
  "rules-stays-pure": [["lib/s4/rules.ts", "node:fs"], ["lib/s5/rules.ts", "next/headers"], ["lib/s6/rules.ts", "react"]],
  "schema-stays-low": [["lib/t/schema.ts", "@/lib/good/queries"]],
  "schema-stays-pure": [["lib/t2/schema.ts", "node:crypto"]],
  "policy-stays-low": [["lib/u/policy.ts", "@/lib/auth/guards"]],
  "policy-stays-pure": [["lib/u2/policy.ts", "next/headers"]],
  "letters-stays-low": [["lib/v/letters.ts", "@/lib/good/queries"]],
  "letters-stays-pure": [["lib/v2/letters.ts", "react"]],
  "queries-stays-in-line": [["lib/w/queries.ts", "@/lib/w/commands"]],
  "commands-stays-in-line": [["lib/w/commands.ts", "@/lib/w/process"]],
  "process-stays-in-line": [["lib/w/process.ts", "@/lib/w/actions"]],
  "actions-stays-in-line": [["lib/w/actions.ts", "@/lib/good/queries"]],
  "jobs-stays-in-line": [["lib/x/jobs.ts", "@/lib/x/actions"]],
  "gateway-stays-in-line": [["lib/y/gateway.ts", "@/lib/good/queries"]],
  "xlsx-stays-in-line": [["lib/y/xlsx.ts", "@/lib/good/commands/save"]],
  "pdf-stays-in-line": [["lib/y/pdf.ts", "@/lib/good/queries"]],
  "xml-stays-in-line": [["lib/y/xml.ts", "@/lib/good/process"]],
};

/** Closes the circle, which is reported once. */
const BACK: Edge = ["lib/a2/rules.ts", "@/lib/a1/rules"];

/** A house in order: nothing here may be reported. */
const ALLOWED: Edge[] = [
  ["app/good/page.tsx", "@/lib/good/queries"],
  ["app/good/page.tsx", "@/lib/auth/guards"],
  ["app/good/page.tsx", "@/components/good/card"],
  ["app/good/part.tsx", "react"],
  ["app/good/route.ts", "@/lib/good/process"],
  ["app/good/route.ts", "@/lib/good/commands/save"],
  ["components/good/card.tsx", "@/lib/good/actions"],
  ["components/good/card.tsx", "@/lib/good/schema"],
  ["components/good/card.tsx", "@/lib/format/money"],
  ["components/good/card.tsx", "@/lib/auth/permissions"],
  ["components/good/card.tsx", "@/components/ui/button"],
  ["components/ui/button.tsx", "clsx"],
  ["components/ui/button.tsx", "next/link"],
  ["lib/good/schema.ts", "zod"],
  ["lib/good/schema.ts", "@/lib/good/rules"],
  ["lib/good/rules.ts", "big.js"],
  ["lib/good/rules.ts", "@/lib/good/constants"],
  ["lib/good/rules.ts", "@/lib/good/types"],
  ["lib/good/rules.ts", "@/lib/format/money"],
  ["lib/good/xlsx.ts", "@/lib/platform/archive"],
  ["lib/good/policy.ts", "@/lib/auth/permissions"],
  ["lib/good/queries.ts", "server-only"],
  ["lib/good/queries.ts", "@/lib/db/client"],
  ["lib/good/queries.ts", "@/lib/good/policy"],
  ["lib/good/commands/save.ts", "server-only"],
  ["lib/good/commands/save.ts", "@/lib/db/transact"],
  ["lib/good/commands/save.ts", "@/lib/good/rules"],
  ["lib/good/process.ts", "@/lib/good/gateway"],
  ["lib/good/process.ts", "@/lib/good/commands/save"],
  ["lib/good/actions.ts", "@/lib/good/process"],
  ["lib/good/actions.ts", "@/lib/auth/guards"],
  ["lib/good/jobs.ts", "@/lib/good/process"],
  ["lib/good/gateway.ts", "@/lib/good/schema"],
  ["lib/good/letters.ts", "@/lib/platform/mail/layout"],
  ["lib/good/letters.ts", "@/lib/format/money"],
  ["lib/good/parse.worker.ts", "@/lib/good/xlsx"],
  ["lib/good/xlsx.ts", "@/lib/good/types"],
  ["lib/good2/commands.ts", "server-only"],
  ["lib/good2/commands.ts", "@/lib/good/queries"],
  ["lib/good2/commands.ts", "@/lib/good/commands/save"],
  ["lib/db/client.ts", "pg"],
  ["lib/db/transact.ts", "@/lib/audit/writer"],
  ["lib/db/transact.ts", "@/lib/platform/jobs"],
  ["lib/audit/writer.ts", "@/lib/auth/actor"],
  ["lib/platform/mail/queue.ts", "@/lib/db/client"],
  ["lib/auth/guards.ts", "@/lib/db/client"],
  ["scripts/worker.ts", "@/lib/good/jobs"],
  ["scripts/worker.ts", "@/lib/platform/mail/queue"],
  ["tests/integration/good.test.ts", "@/lib/good/commands/save"],
  ["tests/integration/good.test.ts", "vitest"],
];
const EMPTY = [
  "lib/good/types.ts", "lib/good/constants.ts", "lib/auth/permissions.ts", "lib/auth/actor.ts", "lib/format/money.ts", "lib/platform/jobs.ts",
  "lib/platform/env.ts", "lib/platform/archive.ts", "lib/platform/mail/layout.ts", "lib/x/actions.ts", "sandbox/tool.ts", "scripts/tool.ts", "tests/support/tool.ts",
];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writePackage(name: string): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  for (const file of ["index", "link", "navigation", "headers"]) write(`node_modules/${name}/${file}.js`, "");
}

function cruise() {
  const folders = ["app", "components", "lib", "sandbox", "scripts", "tests"];
  const tool = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [tool, "--config", resolve(".dependency-cruiser.mjs"), "--output-type", "json", ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (stderr) throw new Error(stderr);
  const { violations, totalCruised } = output.parse(JSON.parse(stdout)).summary;
  return { totalCruised, found: new Set(violations.map(({ rule, from }) => `${rule.name} ${from}`)), rules: new Set(violations.map(({ rule }) => rule.name)) };
}

let result: ReturnType<typeof cruise>;

beforeAll(() => {
  const imports = new Map<string, string[]>();
  for (const [from, to] of [BACK, ...ALLOWED, ...Object.values(FORBIDDEN).flat()]) imports.set(from, [...(imports.get(from) ?? []), to]);
  for (const path of EMPTY) imports.set(path, []);
  for (const [path, names] of imports) write(path, names.map((name) => `import "${name}";\n`).join("") || "export const a = 1;\n");
  write("lib/orphan/constants.ts", "export const a = 1;\n");
  write("lib/open/queries.ts", 'import "@/lib/good/types";\n');
  write("tsconfig.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] } } }));
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  write("package.json", JSON.stringify({ type: "module", dependencies: versions(PACKAGES), devDependencies: versions(DEVELOPMENT) }));
  for (const name of [...PACKAGES, ...DEVELOPMENT, "undeclared"]) writePackage(name);
  result = cruise();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("rules of dependencies", () => {
  it.each(Object.entries(FORBIDDEN).flatMap(([rule, edges]) => edges.map(([from, to]) => ({ rule, from, to }))))("$rule: $from → $to", ({ rule, from }) => {
    expect(result.found).toContain(`${rule} ${from}`);
  });

  it("finds a module nothing imports", () => {
    expect(result.found).toContain("no-orphans lib/orphan/constants.ts");
  });

  it("finds queries that a browser could take", () => {
    expect(result.found).toContain("server-only lib/open/queries.ts");
  });

  it("leaves a house in order alone", () => {
    const good = new Set([...ALLOWED.map(([from]) => from), ...EMPTY]);
    expect([...result.found].filter((line) => good.has(line.split(" ")[1] ?? ""))).toEqual([]);
  });

  it("every rule of the configuration is proved here", () => {
    const { forbidden = [], required = [] } = configuration;
    const names = [...forbidden, ...required].map(({ name }) => name);
    expect([...result.rules].toSorted()).toEqual(names.toSorted());
  });
});
