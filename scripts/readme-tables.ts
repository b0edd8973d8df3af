import { readFileSync } from "node:fs";
import { ENV_VARIABLES } from "@/lib/platform/env-variables";
import { ACCOUNTS } from "./seed-data";

/** What a person gets from each npm script; one without a sentence here fails the README's test. */
const SCRIPTS: Readonly<Record<string, string>> = {
  start: "Installs, builds and migrates what is stale, then runs worker and cabinet until Ctrl-C",
  build: "Only builds, and only when the build is stale",
  test: "Everything: types, rules, unit, integration, build, end-to-end",
  "test:full": "The same with long model and stress runs",
  check: "Only types, lint, dependency and structure rules, unused code",
  lint: "Only ESLint",
  bench: "Measures pages, files, JavaScript and starts; prints one JSON object ([docs/performance.md](docs/performance.md))",
  "create-admin": "`npm run create-admin -- e-mail last-name first-name` prints a one-time link for a member of staff",
  migrate: "Applies migrations to `DATABASE_URL`, without it to the embedded server",
  "make-migration": "`npm run make-migration -- name` writes the SQL from the last migration to `prisma/models`",
  "check:money": "Checks every invariant of money on any database and against the bank ([docs/payments.md](docs/payments.md))",
  "payments-diagram": "Draws the diagrams of docs/payments.md anew",
  screens: "Takes the pictures of this page anew, from a demonstration of its own",
  readme: "Writes the tables of this page anew",
};

const packageJson = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function scriptTable(): string {
  const names = Object.keys(packageJson.scripts);
  const unknown = [...names.filter((name) => SCRIPTS[name] === undefined), ...Object.keys(SCRIPTS).filter((name) => !names.includes(name))];
  if (unknown.length > 0) throw new Error(`Only one of package.json and scripts/readme-tables.ts knows: ${unknown.join(", ")}`);
  const command = (name: string) => (name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`);
  return table(["command", "what it does"], Object.entries(SCRIPTS).map(([name, meaning]) => [`\`${command(name)}\``, meaning]));
}

const TABLES: Readonly<Record<string, () => string>> = {
  accounts: () => table(["login", "who"], ACCOUNTS.accounts.map(({ email, about }) => [`\`${email}\``, about])),
  scripts: scriptTable,
  configuration: () =>
    table(
      ["variable", "meaning", "without it", "example"],
      ENV_VARIABLES.map(({ name, meaning, fallback, example }) => [`\`${name}\``, meaning, fallback, `\`${example}\``]),
    ),
};

/** The page with every table between `<!-- name -->` and `<!-- /name -->` made anew. */
export function withTables(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, render]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md has no place for the table: ${start} … ${end}`);
    return `${text.slice(0, from + start.length)}\n${render()}\n${text.slice(to)}`;
  }, page);
}
