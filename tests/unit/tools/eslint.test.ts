import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { beforeAll, describe, expect, it } from "vitest";

/** Files that exist only here have no types. */
const untyped = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false, project: false } } },
  ],
});
const typed = new ESLint();

async function rulesBroken(eslint: ESLint, filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

type Case = { rule: string; code: string; bad: string; good?: string };

const CASES: Case[] = [
  { rule: "house/environment-in-one-place", code: "export const a = process.env.PORT;", bad: "lib/bills/queries.ts", good: "lib/platform/env.ts" },
  { rule: "house/environment-in-one-place", code: 'export const a = process["env"];', bad: "app/page-size.ts", good: "scripts/start.ts" },
  { rule: "house/environment-in-one-place", code: "const { env } = process;\nexport const a = env;", bad: "components/ui/a.ts", good: "sandbox/bank/server.ts" },
  { rule: "house/environment-in-one-place", code: 'import { env } from "node:process";\nexport const a = env;', bad: "proxy.ts", good: "tests/support/a.ts" },
  { rule: "house/environment-in-one-place", code: "export const a = { ...process.env };", bad: "instrumentation.ts" },
  { rule: "house/named-exports", code: "export default function Card() {}", bad: "components/ui/card.tsx", good: "app/(cabinet)/payments/page.tsx" },
  { rule: "house/named-exports", code: "const a = 1;\nexport { a as default };", bad: "lib/bills/rules.ts", good: "vitest.config.ts" },
  { rule: "house/named-exports", code: "export default 1;", bad: "app/api/health/route.ts", good: "app/global-error.tsx" },
  { rule: "house/named-exports", code: "export default {};", bad: "scripts/boot.mjs", good: ".dependency-cruiser.mjs" },
  { rule: "house/no-inline-action", code: 'export async function Page() {\n  async function save() {\n    "use server";\n  }\n  await save();\n}', bad: "app/(cabinet)/payments/page.tsx" },
  { rule: "house/no-inline-action", code: 'export const save = async () => {\n  "use server";\n};', bad: "lib/bills/actions.ts" },
  { rule: "house/actions-in-place", code: '"use server";\nexport async function a() {}', bad: "app/(cabinet)/payments/actions.ts", good: "lib/bills/actions.ts" },
  { rule: "house/actions-in-place", code: '"use server";\nexport async function a() {}', bad: "lib/bills/commands.ts", good: "lib/bills/actions/pay.ts" },
  { rule: "house/minted-by-auth", code: "export const a = (x: object) => x as Actor;", bad: "lib/bills/queries.ts", good: "lib/auth/session.ts" },
  { rule: "house/minted-by-auth", code: "export const a = (x: object) => x as unknown as ContractScope;", bad: "tests/integration/a.test.ts", good: "lib/auth/scope.ts" },
  { rule: "house/minted-by-auth", code: "export const a = (x: object) => x as Readonly<StaffActor>;", bad: "app/page-size.ts" },
  { rule: "house/minted-by-auth", code: "export const a = (x: object) => <ClientActor>x;", bad: "scripts/seed.ts" },
  { rule: "house/minted-by-auth", code: 'import { mint } from "@/lib/auth/actor";\nmint({});', bad: "lib/bills/queries.ts", good: "lib/auth/scope.ts" },
  { rule: "house/clock-in-one-place", code: "export const a = new Date();", bad: "lib/bills/queries.ts", good: "lib/platform/clock.ts" },
  { rule: "house/clock-in-one-place", code: "export const a = Date.now();", bad: "components/layout/a.ts", good: "scripts/start.ts" },
  { rule: "house/clock-in-one-place", code: "export const a = () => Date();", bad: "app/page-size.ts", good: "sandbox/bank/server.ts" },
  { rule: "house/clock-in-one-place", code: 'import { today } from "@internationalized/date";\nexport const a = today("Europe/Moscow");', bad: "lib/bills/rules.ts", good: "tests/unit/a.test.ts" },
  { rule: "house/transact-only", code: "export const a = () => db.$transaction([]);", bad: "lib/bills/commands.ts", good: "lib/db/transact.ts" },
  { rule: "house/write-in-transact", code: "export const a = () => db.bill.update({});", bad: "lib/bills/commands.ts", good: "lib/db/transact.ts" },
  { rule: "house/write-in-transact", code: "export const a = () => db.$executeRaw`DELETE FROM bills`;", bad: "app/api/a/route.ts", good: "lib/platform/storage/files.ts" },
  { rule: "house/one-client", code: "export const a = new PrismaClient();", bad: "scripts/seed.ts", good: "lib/db/client.ts" },
  { rule: "house/no-unsafe-sql", code: "export const a = (text: string) => db.$queryRawUnsafe(text);", bad: "lib/bills/queries.ts" },
  { rule: "no-console", code: 'console.log("a");', bad: "lib/bills/queries.ts", good: "scripts/start.ts" },
  { rule: "no-console", code: 'console.error("a");', bad: "components/ui/a.tsx" },
  { rule: "no-warning-comments", code: "// eslint-disable-next-line no-console\nexport const a = 1;", bad: "scripts/start.ts" },
  { rule: "no-warning-comments", code: "/* TODO: later */\nexport const a = 1;", bad: "tests/unit/a.test.ts" },
  { rule: "@typescript-eslint/ban-ts-comment", code: "// @ts-ignore\nexport const a = 1;", bad: "lib/bills/rules.ts" },
  { rule: "@typescript-eslint/no-explicit-any", code: "export const a = (x: any) => String(x);", bad: "lib/bills/rules.ts" },
  { rule: "@typescript-eslint/no-non-null-assertion", code: "export const a = (x?: { b: number }) => x!.b;", bad: "lib/bills/rules.ts" },
  { rule: "@typescript-eslint/consistent-type-imports", code: 'import { Actor } from "@/lib/auth/actor";\nexport type A = Actor;', bad: "lib/bills/policy.ts" },
  { rule: "react-hooks/rules-of-hooks", code: 'import { useState } from "react";\nexport function Card({ a }: { a: boolean }) {\n  if (a) useState(0);\n  return null;\n}', bad: "components/ui/card.tsx" },
  { rule: "@next/next/no-sync-scripts", code: 'export const A = () => <script src="https://example.com/a.js" />;', bad: "app/frame.tsx" },
];

describe("rules that need no types", () => {
  it.each(CASES)("$rule: $bad", async ({ rule, code, bad, good }) => {
    expect(await rulesBroken(untyped, bad, code)).toContain(rule);
    if (good) expect(await rulesBroken(untyped, good, code)).not.toContain(rule);
  });

  it("a comment cannot switch a rule off", async () => {
    const code = "/* eslint-disable */\nconsole.log(1);";
    expect(await rulesBroken(untyped, "lib/bills/queries.ts", code)).toEqual(expect.arrayContaining(["no-console", "no-warning-comments"]));
  });

  it("leaves ordinary code alone", async () => {
    const code = 'export const inNode = process.env.NEXT_RUNTIME === "nodejs";\nimport type { Actor } from "@/lib/auth/actor";\nexport const at = (day: string) => new Date(day);\nexport type Seen = { by: Actor };\nexport const list = () => db.bill.findMany();\n';
    expect(await rulesBroken(untyped, "lib/bills/queries.ts", code)).toEqual([]);
  });
});

const TYPED: [rule: string, code: string][] = [
  ["@typescript-eslint/no-floating-promises", "async function a() {}\na();\nexport {};"],
  ["@typescript-eslint/no-misused-promises", "async function a() {}\n[1].forEach(a);\nif (a()) throw new Error();\nexport {};"],
  ["@typescript-eslint/await-thenable", "export const a = async () => await 1;"],
  ["@typescript-eslint/switch-exhaustiveness-check", 'export const a = (x: "b" | "c") => {\n  switch (x) {\n    case "b":\n      return 1;\n  }\n};'],
  ["@typescript-eslint/no-unsafe-assignment", 'export const a: string = JSON.parse("1");'],
  ["@typescript-eslint/only-throw-error", 'export const a = () => {\n  throw "b";\n};'],
];

describe("rules that read types", () => {
  // The first one loads the types of the whole repository.
  beforeAll(async () => {
    await rulesBroken(typed, "tests/unit/tools/eslint.test.ts", "");
  }, 180_000);

  it.each(TYPED)("%s", async (rule, code) => {
    expect(await rulesBroken(typed, "tests/unit/tools/eslint.test.ts", code)).toContain(rule);
  });
});
