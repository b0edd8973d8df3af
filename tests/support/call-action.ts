import { ask, FROM_OUR_PAGE } from "./ask";
import type { BuiltAction } from "./manifests";

export type Argument = FormData | string | number | boolean | null | object;
type Calling = { cookie?: string; headers?: Record<string, string>; page?: string };

export type ActionAnswer = {
  status: number;
  /** Path the action leads to. */
  redirect: string | null;
  /** What the action returned. */
  value: unknown;
  /** What it left in the browser. */
  cookies: string[];
};

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** Arguments as React writes them: a form travels beside the list and is named in it by its number. */
function encode(args: Argument[]): FormData | string {
  if (!args.some((argument) => argument instanceof FormData)) return JSON.stringify(args);
  const body = new FormData();
  const list = args.map((argument, index) => {
    if (!(argument instanceof FormData)) return argument;
    const id = index + 1;
    for (const [name, value] of argument) body.append(`_${id}_${name}`, value);
    return `$K${id}`;
  });
  body.append("0", JSON.stringify(list));
  return body;
}

/** Row 0 of the answer says which row holds the returned value; rows are `<number in hex>:<JSON>`. */
function returned(stream: string): unknown {
  const rows = new Map(stream.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
  const head = rows.get("0") ?? "";
  if (!head.startsWith("{")) return undefined;
  const { a } = JSON.parse(head) as { a?: unknown };
  if (typeof a !== "string" || !a.startsWith("$@")) return a;
  const row = rows.get(a.slice(2)) ?? "";
  return row.startsWith("{") ? (JSON.parse(row) as unknown) : row;
}

/** Calls a Server Action as a browser with JavaScript does, from any page that carries it. */
export async function callAction(action: BuiltAction, args: Argument[], { cookie, headers, page }: Calling = {}): Promise<ActionAnswer> {
  const body = encode(args);
  const response = await ask(page ?? (action.pages[0] ?? "/").replace(/\[\w+\]/g, "x"), {
    method: "POST",
    body,
    cookie,
    headers: { "next-action": action.id, ...FROM_OUR_PAGE, ...(typeof body === "string" && { "content-type": "text/plain;charset=UTF-8" }), ...headers },
  });
  return {
    status: response.status,
    redirect: response.headers.get("x-action-redirect")?.split(";")[0] ?? null,
    value: returned(await response.text()),
    cookies: response.headers.getSetCookie(),
  };
}

/** What an answer comes to in words: the code of a refusal, the path it leads to, or the kind of what was done. */
export function outcomeOf({ status, redirect, value }: ActionAnswer): string {
  if (redirect !== null) return redirect.replace(/[0-9a-f]{8}-[0-9a-f-]{27}$/, "[id]");
  if (status !== 200) return String(status);
  const answer = value as { ok?: boolean; code?: string; data?: { kind?: string; errors?: { problem: { code: string } }[] } } | undefined;
  if (answer?.ok === false) return answer.code ?? "no code";
  // A value alone is not enough where its meter has more registers; that is no matter of rights.
  const codes = answer?.data?.errors?.map(({ problem }) => problem.code).filter((code) => code !== "incomplete_meter");
  return [answer?.data?.kind ?? "done", ...new Set(codes)].join(" ");
}
