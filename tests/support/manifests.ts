import { readFileSync } from "node:fs";

type ActionEntry = { filename: string; exportedName: string; workers: Record<string, unknown> };

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`.next/server/${name}.json`, "utf8")) as T;
}

/** The address of a manifest key: without its last part and route groups. */
const addressOf = (key: string) => key.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/";

export type BuiltRoute = { path: string; kind: "page" | "handler"; source: string };

/** Every page and route handler of the build, as they are asked for. */
export function listRoutes(): BuiltRoute[] {
  return Object.keys(read<Record<string, string>>("app-paths-manifest"))
    .filter((key) => !key.startsWith("/_"))
    .map((key) => ({ path: addressOf(key), kind: key.endsWith("/route") ? "handler" : "page", source: `app${key}.ts` }));
}

/** Methods a handler answers by itself, read from its source: the manifest does not tell them. */
export function methodsOf(source: string): string[] {
  const text = readFileSync(source, "utf8");
  return [...text.matchAll(/export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(([, method = ""]) => method);
}

export type BuiltAction = { id: string; name: string; pages: string[] };

/** Every Server Action of the build: `lib/auth/actions.ts#signInAction`, and the pages it can be sent to. */
export function listActions(): BuiltAction[] {
  const { node } = read<{ node: Record<string, ActionEntry> }>("server-reference-manifest");
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    pages: Object.keys(workers).map((key) => addressOf(key.replace(/^app/, ""))),
  }));
}
