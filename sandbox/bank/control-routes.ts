import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ApiError, notFound } from "./api-error";
import { parseBody } from "./bodies";
import type { Control } from "./control";
import { REASON_NAMES } from "./declines";
import { SWITCHES, switchesBody } from "./faults";
import { readJson, sendJson } from "./http-messages";

const outcome = z.enum(["succeeded", ...REASON_NAMES]);
const nothing = z.strictObject({});

const settingsBody = z.strictObject({ switches: switchesBody.default({}), notify_url: z.url().nullable().optional() });
const payBody = z.strictObject({
  payment_id: z.string(),
  outcome: outcome.default("succeeded"),
  method: z.enum(["bank_card", "sbp"]).optional(),
  late: z.boolean().optional(),
});
const refundBody = z.strictObject({ payment_id: z.string(), amount: z.string().regex(/^\d{1,15}\.\d{2}$/).optional() });
const forgeBody = z.strictObject({ payment_id: z.string().optional() });
const cardBody = z.strictObject({ payment_method_id: z.string(), outcome });
const clockBody = z.strictObject({ advance_ms: z.number().int().min(0).default(0), frozen: z.boolean().optional() });

const DONE = { ok: true };

/** What POST /control/<name> does with its JSON. */
const COMMANDS: Record<string, (control: Control, body: unknown) => object | Promise<object>> = {
  "/control": (control, body) => {
    const { switches, notify_url: url } = parseBody(settingsBody, body);
    if (url !== undefined) control.notifyUrl(url ?? undefined);
    return { switches: control.switches(switches) };
  },
  "/control/pay": (control, body) => {
    const { payment_id: id, outcome: end, method, late } = parseBody(payBody, body);
    return control.pay(id, end, { method, late });
  },
  "/control/refund-at-bank": (control, body) => {
    const { payment_id: id, amount } = parseBody(refundBody, body);
    return control.refundAtBank(id, amount);
  },
  "/control/forge": (control, body) => {
    control.forge(parseBody(forgeBody, body).payment_id);
    return DONE;
  },
  "/control/card": (control, body) => {
    const { payment_method_id: id, outcome: end } = parseBody(cardBody, body);
    control.card(id, end);
    return DONE;
  },
  "/control/clock": (control, body) => {
    const { advance_ms: advanceMs, frozen } = parseBody(clockBody, body);
    return control.clock({ advanceMs, frozen });
  },
  "/control/settle": async (control, body) => {
    parseBody(nothing, body);
    await control.settle();
    return DONE;
  },
  "/control/reset": (control, body) => {
    parseBody(nothing, body);
    control.reset();
    return DONE;
  },
};

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

type Needs = { control: Control; save: () => Promise<void> };

/** Only for this machine, and not for a web page open on it: a page cannot send JSON here without being asked first. */
export async function answerControl({ control, save }: Needs, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (!LOOPBACK.has(request.socket.remoteAddress ?? "") || request.headers.origin !== undefined) throw notFound("Resource");
  if (request.method === "GET" && path === "/control") return sendJson(response, 200, { switches: control.switches({}), known: SWITCHES });
  if (request.method === "GET" && path === "/control/state") return sendJson(response, 200, control.state());
  const command = Object.hasOwn(COMMANDS, path) ? COMMANDS[path] : undefined;
  if (command === undefined) throw notFound("Resource");
  if (request.method !== "POST") throw new ApiError(405, "invalid_request", "Method is not allowed");
  const body = await command(control, await readJson(request));
  await save();
  sendJson(response, 200, body);
}
