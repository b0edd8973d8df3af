import "server-only";
import type { ClientActor } from "@/lib/auth/actor";
import { applyCardLink, beginCardLink, createCardLink, loseCardLink, noteOutcome, openCancelCall } from "@/lib/payments/commands/card-links";
import { LIVE_MS } from "@/lib/payments/constants";
import { cancelBankPayment, createBankPayment, getBankPayment, listBankPayments } from "@/lib/payments/gateway";
import { getLinkAttempt } from "@/lib/payments/queries/get-attempt";
import { searchSpan } from "@/lib/payments/rules/search-span";
import type { StartedCardLink } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";

/** Opens the bank's page for adding a card. */
export async function startCardLink(actor: ClientActor, { clientKey }: { clientKey: string }): Promise<StartedCardLink> {
  const created = await createCardLink(actor, clientKey);
  if (created.status !== "created") return created;
  await submitCardLink(created.linkId);
  const known = (await getLinkAttempt(created.linkId)) ?? created;
  return { linkId: created.linkId, status: known.status, confirmationUrl: known.confirmationUrl };
}

async function submitCardLink(linkId: string): Promise<void> {
  const submission = await beginCardLink(linkId);
  if (!submission) return;
  const { callId, key, order, first } = submission;
  const answer = await createBankPayment(key, order);
  if (answer.kind === "answer") return applyCardLink(linkId, answer.object, callId);
  // A refused repetition is left to the search in the bank's list, when its time is over.
  const to = answer.kind === "refused" && first ? "failed" : "unknown";
  return loseCardLink(linkId, to, answer.kind === "refused" ? answer.code : answer.reason, callId);
}

/** Asks the bank whether the card was added and cancels the hold at once. */
export async function refreshCardLink(linkId: string): Promise<void> {
  const link = await getLinkAttempt(linkId);
  if (!link) return;
  if (link.bankId !== null) return refreshKnown(linkId, link.bankId, link.bankKey);
  if (link.status !== "created" && link.status !== "submitting" && link.status !== "unknown") return;
  const liveUntil = new Date(link.createdAt.getTime() + LIVE_MS);
  if (now() < liveUntil) return submitCardLink(linkId);
  if (link.status === "created") return loseCardLink(linkId, "failed", "not_submitted");
  const answer = await listBankPayments(searchSpan({ createdAt: link.createdAt, liveUntil }));
  if (answer.kind !== "answer") return;
  const found = answer.object.find(({ metadata }) => metadata.card_link_id === linkId);
  return found ? applyCardLink(linkId, found) : loseCardLink(linkId, "failed", "not_accepted");
}

async function refreshKnown(linkId: string, bankId: string, bankKey: string): Promise<void> {
  const answer = await getBankPayment(bankId);
  if (answer.kind !== "answer") return;
  await applyCardLink(linkId, answer.object);
  if (answer.object.status === "waiting_for_capture") await cancelHold(linkId, bankId, bankKey);
}

/** Also of a link that had expired here: the money of the payer is not ours to keep. */
async function cancelHold(linkId: string, bankId: string, bankKey: string): Promise<void> {
  const callId = await openCancelCall(linkId);
  const answer = await cancelBankPayment(bankId, `${bankKey}-cancel`);
  if (answer.kind === "answer") return applyCardLink(linkId, answer.object, callId);
  return noteOutcome(callId, answer.kind === "refused" ? answer.code : answer.reason);
}
