import { posix } from "node:path";

/** One file of the repository: its path from the root with `/`, and its text (empty when it is not text). */
export type SourceFile = { path: string; text: string };
type Tree = { files: SourceFile[]; has: (path: string) => boolean };
/** Says what is wrong with a file in one sentence; nothing when all is well. */
type Check = (file: SourceFile, tree: Tree) => string | undefined;

const MAX_LINES = 400;
const VOCABULARY = [
  "schema", "types", "constants", "rules", "policy", "queries", "commands", "process",
  "actions", "jobs", "gateway", "letters", "xlsx", "pdf", "xml",
];
/** Parts of lib with names of their own. */
const FREE = ["auth", "db", "audit", "outbox", "platform", "format", "forms"];
const BANNED = /^(index|helpers?|utils?|common|misc)$/;
const CODE = /\.(ts|tsx|mjs)$/;
const HOUSE = /^(app|components|lib|scripts|sandbox|tests)\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `(group)`, `[param]`, `[...rest]`, `[[...rest]]`, `_private` and `@slot` folders of Next. */
const ROUTE_FOLDER = /^(\((?<group>.+)\)|\[{1,2}(\.{3})?(?<param>[a-zA-Z]+)\]{1,2}|_(?<hidden>.+)|@(?<slot>.+))$/;
const SKIPPED_TEST = /\.(skip|only|todo|fixme|skipIf|runIf)\s*[.(]|\bx(it|test|describe)\(/;
const HOMES = ["work", "root"].map((name) => `/${name}/`);
const LOCAL_PATH = new RegExp(`(?<![\\w.\\]}])(${HOMES.join("|")})\\w|\\.${["./shared", ""].join("/")}`);

export const isCode = (path: string) => CODE.test(path);
export const countLines = (text: string) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

const tooLong: Check = ({ path, text }) => {
  const lines = countLines(text);
  if (isCode(path) && lines > MAX_LINES) return `${lines} lines; split it, ${MAX_LINES} is the most.`;
};

const bannedName: Check = ({ path }) => {
  if (!HOUSE.test(path)) return;
  const stems = path.split("/").map((part) => part.split(".")[0] ?? "");
  const name = stems.find((stem) => BANNED.test(stem));
  if (name) return `“${name}” says nothing; name it after what it holds.`;
};

const kebabCase: Check = ({ path }) => {
  if (!HOUSE.test(path) || !isCode(path)) return;
  const parts = path.split("/");
  const stem = parts.pop()?.replace(/(\.d)?\.\w+$/, "").split(".") ?? [];
  const folders = parts.map((part) => {
    const { group, param, hidden, slot } = ROUTE_FOLDER.exec(part)?.groups ?? {};
    return group ?? param?.toLowerCase() ?? hidden ?? slot ?? part;
  });
  const wrong = [...folders, ...stem].find((part) => !KEBAB.test(part));
  if (wrong) return `“${wrong}” is not kebab-case.`;
};

const vocabulary: Check = ({ path }) => {
  const [top, domain = "", ...rest] = path.split("/");
  if (top !== "lib" || FREE.includes(domain)) return;
  if (rest.length === 0) return "a file of lib stands in the folder of its domain.";
  const [first = "", second, third] = rest;
  if (second === undefined) {
    if (/^[^.]+\.worker\.ts$/.test(first)) return;
    const [, stem = ""] = /^([^.]+)\.ts$/.exec(first) ?? [];
    if (!VOCABULARY.includes(stem)) return `“${first}” is not in the vocabulary of lib/<domain>.`;
    return;
  }
  if (!VOCABULARY.includes(first)) return `the folder “${first}” is not in the vocabulary of lib/<domain>.`;
  if (third !== undefined || !/^[^.]+\.ts$/.test(second)) return `“${first}” holds one level of .ts files named by what they do.`;
};

const fileOrFolder: Check = ({ path }, tree) => {
  const [, stem] = /^(lib\/[^/]+\/[^/.]+)\.ts$/.exec(path) ?? [];
  if (stem && VOCABULARY.includes(posix.basename(stem)) && tree.has(`${stem}/`)) {
    return `stands beside the folder ${stem}/; move it inside.`;
  }
};

const noLoading: Check = ({ path }) => {
  if (/^app\/(.*\/)?loading\.[jt]sx?$/.test(path)) return "under a loading file notFound() answers 200; await the guard before any Suspense.";
};

const mirrors: Check = ({ path }, tree) => {
  const [, tested] = /^tests\/unit\/(.+?)\.test\.tsx?$/.exec(path) ?? [];
  if (!tested) return /^tests\/unit\/.*\.tsx?$/.test(path) ? "tests/unit holds only *.test.ts files." : undefined;
  const [, tool] = /^tools\/(.+)$/.exec(tested) ?? [];
  const name = tested.replace(/\.[a-z]+$/, "");
  const places = tool ? [`scripts/${tool}`, `${tool}.config`, `.${tool}`, tool] : [`lib/${name}`, `components/${name}`, name];
  const found = places.some((place) => [".ts", ".tsx", ".mjs", ".json", "/"].some((end) => tree.has(place + end)));
  if (!found) return `tests nothing that exists: no ${places.join(", no ")}.`;
};

const skippedTest: Check = ({ path, text }) => {
  if (!/^tests\/.*\.tsx?$/.test(path)) return;
  const line = text.split("\n").findIndex((candidate) => SKIPPED_TEST.test(candidate));
  if (line >= 0) return `line ${line + 1} skips or singles out a test; make it pass or remove it.`;
};

const migrationComplete: Check = ({ path }, tree) => {
  const [, folder] = /^(prisma\/migrations\/[^/]+)\/[^/]+$/.exec(path) ?? [];
  if (!folder) return;
  if (!tree.has(`${folder}/migration.sql`)) return "its folder has no migration.sql.";
  if (!tree.has(`${folder}/schema.prisma`)) return "its folder has no schema.prisma, the schema this migration leads to.";
};

const localPath: Check = ({ text }) => {
  const line = text.split("\n").findIndex((candidate) => LOCAL_PATH.test(candidate));
  if (line >= 0) return `line ${line + 1} names a path of one machine.`;
};

const CHECKS: Check[] = [
  tooLong, bannedName, kebabCase, vocabulary, fileOrFolder, noLoading, mirrors, skippedTest, migrationComplete, localPath,
];

/** Every breach of the house rules as `path: sentence`. */
export function findBreaches(files: SourceFile[]): string[] {
  const known = new Set<string>();
  for (const { path } of files) {
    known.add(path);
    for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) known.add(`${folder}/`);
  }
  const tree = { files, has: (path: string) => known.has(path) };
  return files.flatMap((file) =>
    CHECKS.flatMap((check) => {
      const sentence = check(file, tree);
      return sentence ? [`${file.path}: ${sentence}`] : [];
    }),
  );
}
