import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { countLines, findBreaches, isCode, type SourceFile } from "./structure-rules";

/** Not ours to judge: installed, generated or left behind by a run; the same as .gitignore. */
const FOREIGN = new Set(["node_modules", ".git", ".next", ".data", "generated", "test-results", "coverage", "next-env.d.ts", "package-lock.json"]);
const FOREIGN_FILE = /\.tsbuildinfo$|^\.env(\.local)?$/;
const TEXT = /\.(ts|tsx|mjs|js|json|css|md|sql|prisma|ya?ml|txt|svg|html|sh)$|(^|\/)(run|\.gitignore|\.npmrc)$/;

function readTree(root: string, folder = ""): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (FOREIGN.has(entry.name) || FOREIGN_FILE.test(entry.name)) return [];
    if (entry.isDirectory()) return readTree(root, path);
    if (!entry.isFile()) return [];
    return [{ path, text: TEXT.test(path) ? readFileSync(join(root, path), "utf8") : "" }];
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const files = readTree(resolve(process.argv[2] ?? "."));
const lengths = files.filter(({ path }) => isCode(path)).map(({ text }) => countLines(text));
const breaches = findBreaches(files);
for (const breach of breaches) console.error(breach);
console.log(`${lengths.length} files of code, median ${median(lengths)} lines, longest ${Math.max(0, ...lengths)}; ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 || lengths.length === 0 ? 1 : 0;
