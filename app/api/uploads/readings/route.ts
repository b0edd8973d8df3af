import type { NextRequest } from "next/server";
import { scopeOrRefusal } from "@/lib/auth/api";
import type { ContractScope } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { readFilePart } from "@/lib/platform/multipart";
import { limit } from "@/lib/platform/rate-limit";
import { isSameOrigin, readBody } from "@/lib/platform/upload";
import { REGISTER_FILE, UPLOAD_FRAME_BYTES } from "@/lib/readings/constants";
import { uploadClosed, uploadRegisterFile } from "@/lib/readings/process";
import { describeRefusal } from "@/lib/readings/rules/describe-refusal";
import { describeClosed } from "@/lib/readings/rules/describe-upload";
import type { FileRefusal, UploadOutcome } from "@/lib/readings/types";

type Answer = { status: number; code: string; message: string; retryAfterSeconds?: number };

const TOO_BIG: FileRefusal = { code: "too_big", maxBytes: REGISTER_FILE.maxBytes };
const NO_FILE: Answer = { status: 400, code: "no_file", message: "Выберите файл с показаниями" };
const CROSS_SITE: Answer = { status: 403, code: "cross_site", message: "Запрос пришёл с другого сайта. Загрузите файл на странице показаний" };

function answerOf(outcome: Exclude<UploadOutcome, { kind: "ready" }>): Answer {
  if (outcome.kind === "closed") return { status: 409, code: "closed", message: describeClosed(outcome.window) };
  const { code } = outcome.refusal;
  const status = code === "too_big" ? 413 : code === "busy" ? 503 : 422;
  return { status, code, message: describeRefusal(outcome.refusal), ...(code === "busy" && { retryAfterSeconds: 30 }) };
}

/** Checks in the order of their price; the body is read last. */
async function take(request: NextRequest, scope: ContractScope): Promise<{ id: string } | Answer> {
  if (!isSameOrigin(request.headers, env.appUrl)) return CROSS_SITE;
  const allowed = await limit("upload", scope.actor.kind === "client" ? scope.actor.userId : scope.contractId);
  if (!allowed.ok) {
    const { retryAfterSeconds } = allowed;
    return { status: 429, code: "too_many", message: "Слишком много загрузок подряд. Попробуйте через несколько минут", retryAfterSeconds };
  }
  const closed = await uploadClosed(scope);
  if (closed) return answerOf(closed);
  const body = await readBody(request, REGISTER_FILE.maxBytes + UPLOAD_FRAME_BYTES);
  if (!body) return answerOf({ kind: "refused", refusal: TOO_BIG });
  const file = readFilePart(body, request.headers.get("content-type"), "file");
  if (!file || (file.name === "" && file.bytes.length === 0)) return NO_FILE;
  const outcome = await uploadRegisterFile(scope, file);
  return outcome.kind === "ready" ? { id: outcome.id } : answerOf(outcome);
}

/** Where a form sent without JavaScript goes on. */
function goOn(contract: string, result: { id: string } | Answer): Response {
  const back = `/readings/upload?${new URLSearchParams({ contract, ..."code" in result && { refused: result.code } })}`;
  return new Response(null, { status: 303, headers: { Location: "id" in result ? `/readings/upload/${result.id}` : back } });
}

/** Takes a register file of one contract and answers with the id of its preview. */
export async function POST(request: NextRequest): Promise<Response> {
  const contract = request.nextUrl.searchParams.get("contract") ?? "";
  const scope = await scopeOrRefusal(contract, "readings.submit");
  if (scope instanceof Response) return scope;
  const result = await take(request, scope);
  if (request.headers.get("accept")?.includes("text/html")) return goOn(contract, result);
  if ("id" in result) return Response.json(result, { status: 201 });
  const { status, retryAfterSeconds, ...refusal } = result;
  return Response.json(refusal, { status, ...(retryAfterSeconds && { headers: { "Retry-After": String(retryAfterSeconds) } }) });
}
