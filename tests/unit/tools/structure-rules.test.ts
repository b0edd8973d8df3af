import { describe, expect, it } from "vitest";
import { countLines, findBreaches } from "@/scripts/structure-rules";

const lines = (count: number) => "a\n".repeat(count);
/** The words the rules look for, so that this file does not hold them. */
const call = (word: string) => `it.${word}("a", () => {});`;
const local = (name: string) => `See /${name}/main/readme for more.`;

type Case = { path: string; text?: string; says: RegExp | null; beside?: string[] };

const CASES: Case[] = [
  { path: "lib/bills/rules.ts", text: lines(400), says: null },
  { path: "lib/bills/rules.ts", text: lines(401), says: /401 lines/ },
  { path: "components/ui/card.tsx", text: lines(500), says: /500 lines/ },
  { path: "scripts/boot.mjs", text: lines(401), says: /401 lines/ },
  { path: "app/globals.css", text: lines(900), says: null },

  { path: "lib/auth/index.ts", says: /“index” says nothing/ },
  { path: "lib/format/utils.ts", says: /“utils” says nothing/ },
  { path: "components/ui/helpers/a.ts", says: /“helpers” says nothing/ },
  { path: "scripts/common.mjs", says: /“common” says nothing/ },
  { path: "tests/support/misc.ts", says: /“misc” says nothing/ },
  { path: "lib/platform/index-of.ts", says: null },

  { path: "lib/platform/rateLimit.ts", says: /“rateLimit” is not kebab-case/ },
  { path: "components/Bills/card.tsx", says: /“Bills” is not kebab-case/ },
  { path: "app/(staff)/staff/[contractNumber]/page.tsx", says: null },
  { path: "app/(field)/m/[...rest]/page.tsx", says: null },
  { path: "app/(cabinet)/payments/BillCard.tsx", says: /“BillCard” is not kebab-case/ },
  { path: "lib/platform/big.d.ts", says: null },

  { path: "lib/bills/queries.ts", says: null },
  { path: "lib/bills/service.ts", says: /“service.ts” is not in the vocabulary/ },
  { path: "lib/bills/rules.tsx", says: /“rules.tsx” is not in the vocabulary/ },
  { path: "lib/bills/names.json", says: /“names.json” is not in the vocabulary/ },
  { path: "lib/bills/commands/pay-bill.ts", says: null },
  { path: "lib/bills/commands/deep/pay-bill.ts", says: /one level/ },
  { path: "lib/bills/services/pay.ts", says: /the folder “services” is not in the vocabulary/ },
  { path: "lib/readings/parse-registers.worker.ts", says: null },
  { path: "lib/money.ts", says: /stands in the folder of its domain/ },
  { path: "lib/platform/mail/queue.ts", says: null },
  { path: "lib/forms/catalogue/connection.json", says: null },
  { path: "lib/bills/rules.ts", beside: ["lib/bills/rules/due-date.ts"], says: /stands beside the folder/ },

  { path: "app/(cabinet)/loading.tsx", says: /notFound\(\) answers 200/ },
  { path: "app/loading.tsx", says: /notFound\(\) answers 200/ },
  { path: "components/ui/loading.tsx", says: null },

  { path: "tests/unit/bills/rules.test.ts", beside: ["lib/bills/rules.ts"], says: null },
  { path: "tests/unit/bills/rules.property.test.ts", beside: ["lib/bills/rules.ts"], says: null },
  { path: "tests/unit/bills/rules.test.ts", beside: ["lib/bills/rules/due-date.ts"], says: null },
  { path: "tests/unit/bills/rules.test.ts", says: /tests nothing that exists/ },
  { path: "tests/unit/scripts/seed-shape.test.ts", beside: ["scripts/seed-shape.ts"], says: null },
  { path: "tests/unit/tools/check-structure.test.ts", beside: ["scripts/check-structure.ts"], says: null },
  { path: "tests/unit/tools/eslint.test.ts", beside: ["eslint.config.mjs"], says: null },
  { path: "tests/unit/tools/eslint.test.ts", says: /tests nothing that exists/ },
  { path: "tests/unit/bills/sample.ts", says: /holds only \*\.test\.ts/ },

  { path: "tests/e2e/sign-in.spec.ts", text: call("skip"), says: /line 1 skips/ },
  { path: "tests/e2e/sign-in.spec.ts", text: call("only"), says: /skips or singles out/ },
  { path: "tests/e2e/sign-in.spec.ts", text: call("todo"), says: /skips/ },
  { path: "tests/e2e/sign-in.spec.ts", text: call("fixme"), says: /skips/ },
  { path: "tests/e2e/sign-in.spec.ts", text: call("skipIf(true)"), says: /skips/ },
  { path: "tests/e2e/sign-in.spec.ts", text: "db.bill.findMany({ skip: 10 });", says: null },

  { path: "prisma/migrations/1_core/migration.sql", beside: ["prisma/migrations/1_core/schema.prisma"], says: null },
  { path: "prisma/migrations/1_core/migration.sql", says: /no schema\.prisma/ },
  { path: "prisma/migrations/1_core/schema.prisma", says: /no migration\.sql/ },

  { path: "docs/operations.md", text: `Hello\n${local("work")}`, says: /line 2 names a path of one machine/ },
  { path: "lib/bills/rules.ts", text: local("root"), says: /line 1 names a path/ },
  { path: "docs/decisions.md", text: `see ../${"shared"}/notes`, says: /names a path/ },
  { path: "app/globals.css", text: '@import "@heroui/styles/themes/shared/theme.css";', says: null },
  { path: "docs/operations.md", text: "https://example.com/work/a and network/root/a", says: null },
];

describe("findBreaches", () => {
  it.each(CASES)("$path → $says", ({ path, text = "", says, beside = [] }) => {
    const files = [{ path, text }, ...beside.map((other) => ({ path: other, text: "" }))];
    const found = findBreaches(files).filter((line) => line.startsWith(`${path}: `));
    if (says === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(says)]);
  });
});

describe("countLines", () => {
  it.each([
    ["", 1],
    ["a", 1],
    ["a\n", 1],
    ["a\nb", 2],
  ])("%j → %i", (text, count) => expect(countLines(text)).toBe(count));
});
