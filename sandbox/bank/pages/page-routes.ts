import type { IncomingMessage, ServerResponse } from "node:http";
import { type MaskedCard, SECURE_CODE, behaviourOf } from "../cards";
import type { Bank } from "../context";
import type { Outcome } from "../declines";
import { readText } from "../http-messages";
import { cardMethod, sbpMethod } from "../methods";
import { finish } from "../payments";
import type { Method, Payment } from "../records";
import { readCard } from "./card-form";
import { cardPage } from "./card-page";
import { codePage } from "./code-page";
import { MISSING, redirect, resultPage, sendPage } from "./layout";
import { sbpPage } from "./sbp-page";

const CODE_ATTEMPTS = 3;

type Attempt = { outcome: Outcome; charge?: Outcome };
/** A card whose holder is being asked for a code: its mask and how the attempt will end. */
type Challenge = Attempt & { card: MaskedCard; left: number };
type Needs = { bank: Bank; save: () => Promise<void> };
type Visit = Needs & { payment: Payment; request: IncomingMessage; response: ServerResponse; url: URL };

/** Gone with the process: after a restart the payer types the card again. */
const challenges = new WeakMap<Payment, Challenge>();

/** Success goes straight back to the shop; a refusal is explained first. */
async function end(visit: Visit, method: Method, attempt: Attempt, secureCode: boolean): Promise<void> {
  const { bank, save, payment } = visit;
  challenges.delete(payment);
  finish(bank, payment, { ...attempt, method, secureCode });
  await save();
  leave(visit);
}

function leave({ payment, response }: Visit): void {
  redirect(response, payment.status === "canceled" ? `/pay/${payment.id}` : (payment.returnUrl ?? `/pay/${payment.id}`));
}

function show({ payment, response, url }: Visit): void {
  const way = payment.way ?? payment.ways.find((one) => one === url.searchParams.get("way")) ?? payment.ways[0];
  sendPage(response, way === "sbp" ? sbpPage(payment) : cardPage(payment));
}

async function takeCard(visit: Visit, form: URLSearchParams): Promise<void> {
  const { bank, payment, response } = visit;
  const { typed, errors, number, card } = readCard(form, bank.clock.now());
  if (card === undefined) return sendPage(response, cardPage(payment, typed, errors));
  const { secureCode, outcome, charge } = behaviourOf(number);
  if (!secureCode) return end(visit, cardMethod(card), { outcome, charge }, false);
  challenges.set(payment, { card, outcome, charge, left: CODE_ATTEMPTS });
  redirect(response, `/pay/${payment.id}/code`);
}

function askCode({ payment, response }: Visit): void {
  const challenge = challenges.get(payment);
  if (challenge === undefined) redirect(response, `/pay/${payment.id}`);
  else sendPage(response, codePage(payment, challenge.card));
}

async function takeCode(visit: Visit, form: URLSearchParams): Promise<void> {
  const { payment, response } = visit;
  const challenge = challenges.get(payment);
  if (challenge === undefined) return redirect(response, `/pay/${payment.id}`);
  const { card, outcome, charge } = challenge;
  if (form.get("code")?.trim() === SECURE_CODE) return end(visit, cardMethod(card), { outcome, charge }, true);
  challenge.left -= 1;
  if (challenge.left === 0) return end(visit, cardMethod(card), { outcome: "3d_secure_failed" }, true);
  sendPage(response, codePage(payment, card, challenge.left));
}

function takeSbp(visit: Visit, form: URLSearchParams): Promise<void> {
  return end(visit, sbpMethod(), { outcome: form.get("answer") === "pay" ? "succeeded" : "general_decline" }, false);
}

const STEPS: Record<string, { show: (visit: Visit) => void; take?: (visit: Visit, form: URLSearchParams) => Promise<void>; way?: "bank_card" | "sbp" }> = {
  "": { show },
  card: { show, take: takeCard, way: "bank_card" },
  code: { show: askCode, take: takeCode, way: "bank_card" },
  sbp: { show, take: takeSbp, way: "sbp" },
};

export async function answerPage(needs: Needs, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const [, id = "", name = ""] = /^\/pay\/([^/]+)(?:\/(card|code|sbp))?$/.exec(url.pathname) ?? [];
  const payment = needs.bank.state.payments.get(id);
  const step = STEPS[name];
  if (payment === undefined || step === undefined) return sendPage(response, MISSING);
  const visit = { ...needs, payment, request, response, url };
  const form = request.method === "POST" ? new URLSearchParams(await readText(request)) : undefined;
  // Looked at after the body has come: another tab may have paid meanwhile.
  if (payment.status !== "pending") return form === undefined ? sendPage(response, resultPage(payment)) : leave(visit);
  if (form === undefined) return step.show(visit);
  if (step.take === undefined || (step.way !== undefined && !payment.ways.includes(step.way))) return show(visit);
  await step.take(visit, form);
}
