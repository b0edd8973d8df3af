import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, invalid } from "./api-error";

const MAX_BODY = 256 * 1024;

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end all the same: an answer in the middle of a body would be lost.
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw invalid("Body is too large");
  return Buffer.concat(chunks).toString("utf8");
}

/** The JSON body of a POST; a POST without a body is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return {};
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new ApiError(415, "invalid_request", "Content-Type must be application/json");
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid("Body is not valid JSON");
  }
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const headers = { "content-type": "application/json;charset=UTF-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

export function pathOf(request: IncomingMessage): URL {
  const target = request.url ?? "/";
  return URL.canParse(target, "http://bank") ? new URL(target, "http://bank") : new URL("http://bank/");
}
