import type { IncomingMessage, ServerResponse } from "node:http";
import { answerApi } from "./api-faults";
import { ApiError, internal } from "./api-error";
import type { Bank } from "./context";
import type { Control } from "./control";
import { answerControl } from "./control-routes";
import { pathOf, sendJson } from "./http-messages";
import { FAILED, sendPage } from "./pages/layout";
import { answerPage } from "./pages/page-routes";

type Needs = {
  bank: Bank;
  control: Control;
  save: () => Promise<void>;
  forge: (event: string, object: object) => void;
  /** Lets time take effect before a request looks at the state. */
  tick: () => void;
  stopping: AbortSignal;
  log: (line: string) => void;
};

async function route(needs: Needs, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const path = url.pathname;
  if (path === "/health") return sendJson(response, 200, { status: "ok" });
  if (path === "/control" || path.startsWith("/control/")) return answerControl(needs, request, response, path);
  if (path.startsWith("/v3/")) return answerApi(needs, request, response, url);
  return answerPage(needs, request, response, url);
}

/** One line a request goes to the log: never its body or query. */
export function makeHandler(needs: Needs) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = pathOf(request);
    try {
      needs.tick();
      await route(needs, request, response, url);
    } catch (error) {
      const known = error instanceof ApiError ? error : internal();
      // The message may quote what was sent; the kind of error may not.
      if (!(error instanceof ApiError)) needs.log(`failed: ${error instanceof Error ? error.name : "unknown"}`);
      if (!response.headersSent && !response.destroyed) {
        if (url.pathname.startsWith("/pay/")) sendPage(response, FAILED);
        else sendJson(response, known.status, known.body);
      }
    }
    needs.log(`${request.method ?? ""} ${url.pathname} ${response.writableEnded ? response.statusCode : "cut"}`);
  };
}
