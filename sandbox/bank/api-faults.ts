import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Call, readCall } from "./api";
import { internal } from "./api-error";
import type { Bank } from "./context";
import { sendJson } from "./http-messages";
import { forgeSuccess } from "./objects";

type Needs = {
  bank: Bank;
  /** Resolves when what was done is safe from a kill. */
  save: () => Promise<void>;
  forge: (event: string, object: object) => void;
  stopping: AbortSignal;
};

const PROCESSING = { type: "processing", description: "Request accepted, but not processed yet. Retry with the same Idempotence-Key", retry_after: 1800 };

/** Answers an API request, unless a switch says that something goes wrong before it is accepted or after. */
export async function answerApi(needs: Needs, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { bank, save, stopping } = needs;
  const call = await readCall(bank, request, url);
  const fault = (name: Parameters<typeof bank.faults.take>[0]) => bank.faults.take(name, call.operation);
  const wait = (ms = 3000) => sleep(ms, undefined, { signal: stopping, ref: false });

  const slowBefore = fault("slow_before");
  if (slowBefore !== undefined) await wait(slowBefore.ms);
  if (fault("cut_before") !== undefined) return void response.destroy();
  if (fault("error_before") !== undefined) throw internal();

  const body = call.run();
  forgeAfter(needs, call, body);
  await save();

  const slow = fault("slow");
  if (slow !== undefined) await wait(slow.ms);
  if (fault("cut_after") !== undefined) return void response.destroy();
  if (fault("error_after") !== undefined) throw internal();
  if (fault("processing") !== undefined) return sendJson(response, 202, PROCESSING);
  sendJson(response, 200, body);
}

function forgeAfter({ bank, forge }: Needs, { operation }: Call, body: object): void {
  if (operation !== "create" || bank.faults.take("notification_forged", operation) === undefined) return;
  const payment = "id" in body && typeof body.id === "string" ? bank.state.payments.get(body.id) : undefined;
  if (payment === undefined) return;
  forge("payment.succeeded", forgeSuccess(bank, payment));
  forge("payment.succeeded", forgeSuccess(bank, { ...payment, id: randomUUID() }));
}
