import "server-only";
import { type CalendarDate, parseDate } from "@internationalized/date";
import { applyPayment } from "@/lib/payments/commands/apply-payment";
import { storeReconciliation } from "@/lib/payments/commands/store-reconciliation";
import { getBankPayment, getBankRefund, listBankPayments, listBankRefunds } from "@/lib/payments/gateway";
import { refreshCardLink } from "@/lib/payments/process/link-card";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { refreshRefundsOf } from "@/lib/payments/process/refresh-refund";
import { getReconciliation } from "@/lib/payments/queries/get-reconciliation";
import { listCompared, listHolds } from "@/lib/payments/queries/list-compared";
import { findDifferences, type OurPayment } from "@/lib/payments/rules/find-differences";
import type { BankPayment, BankRefund, Difference, Reconciliation } from "@/lib/payments/types";
import { now, today } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

/** The bank repeats a notification for 24 hours; what is older is compared by the day. */
const ROLLING_MS = 26 * 3600_000;
const RECENT = "recent";

type Span = { from: Date; to: Date };
type BankLists = { payments: BankPayment[]; refunds: BankRefund[] };

async function readBank(span: Span): Promise<BankLists | null> {
  const [payments, refunds] = await Promise.all([listBankPayments(span), listBankRefunds(span)]);
  if (payments.kind !== "answer" || refunds.kind !== "answer") return null;
  const lists = { payments: payments.object, refunds: refunds.object };
  const listed = new Set(lists.payments.map(({ id }) => id));
  // A refund of an older payment brings that payment along.
  for (const id of new Set(lists.refunds.map(({ paymentId }) => paymentId))) {
    if (listed.has(id)) continue;
    const answer = await getBankPayment(id);
    if (answer.kind !== "answer") return null;
    lists.payments.push(answer.object);
  }
  return lists;
}

/** Ours that the bank's list of this span does not name may stand outside it: the bank is asked about each. */
async function addUnlisted(lists: BankLists, ours: OurPayment[]): Promise<void> {
  const payments = new Set(lists.payments.map(({ id }) => id));
  const refunds = new Set(lists.refunds.map(({ id }) => id));
  for (const { bankId, status } of ours) {
    if (bankId === null || status !== "succeeded" || payments.has(bankId)) continue;
    const answer = await getBankPayment(bankId);
    if (answer.kind === "answer") lists.payments.push(answer.object);
  }
  for (const { bankId, succeeded } of ours.flatMap((payment) => payment.refunds)) {
    if (bankId === null || !succeeded || refunds.has(bankId)) continue;
    const answer = await getBankRefund(bankId);
    if (answer.kind === "answer") lists.refunds.push(answer.object);
  }
}

export type Comparison = { lists: BankLists; differences: Difference[] };

/** The bank's list against ours, changing nothing. `null`: the bank does not answer. */
export async function compareWithBank(span: Span): Promise<Comparison | null> {
  const lists = await readBank(span);
  if (!lists) return null;
  const bankIds = lists.payments.map(({ id }) => id);
  const ids = lists.payments.flatMap(({ metadata }) => metadata.payment_id ?? []).filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const ours = await listCompared({ ...span, bankIds, ids });
  await addUnlisted(lists, ours);
  return { lists, differences: findDifferences({ ...lists, ours }) };
}

async function repair({ lists, differences }: Comparison): Promise<void> {
  const objects = new Map(lists.payments.map((object) => [object.id, object]));
  for (const { kind, paymentId, bankId } of differences) {
    if (paymentId === null || bankId === null || kind === "held" || kind === "second_payment") continue;
    const object = objects.get(bankId);
    if (kind === "refunds") await refreshRefundsOf(paymentId, bankId);
    else if (object) await applyPayment(paymentId, object);
    await refreshPayment(paymentId);
  }
  const holds = lists.payments.filter(({ status, metadata }) => status === "waiting_for_capture" && metadata.card_link_id !== undefined);
  for (const linkId of await listHolds(holds.map(({ id }) => id))) await refreshCardLink(linkId);
}

async function reconcile(span: Span): Promise<Reconciliation | null> {
  const before = await compareWithBank(span);
  if (!before) return null;
  await repair(before);
  const after = before.differences.length === 0 ? before : await compareWithBank(span);
  if (!after) return null;
  return {
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    at: now().toISOString(),
    checked: after.lists.payments.length + after.lists.refunds.length,
    repaired: before.differences.length - after.differences.length,
    differences: after.differences,
  };
}

async function isNews({ repaired, differences }: Reconciliation): Promise<boolean> {
  const last = await getReconciliation(RECENT);
  return repaired > 0 || JSON.stringify(differences) !== JSON.stringify(last?.differences ?? []);
}

/** Finds what no notification told: late money, refunds made at the bank. Kept only when it says something new. */
export async function reconcileRecent(): Promise<Reconciliation | null> {
  const to = new Date(now().getTime() + ROLLING_MS);
  const result = await reconcile({ from: new Date(now().getTime() - ROLLING_MS), to });
  if (result && (await isNews(result))) await storeReconciliation(RECENT, result);
  return result;
}

/** A whole day at the supplier (ISO date, yesterday by default), kept whatever came of it. `null`: the bank does not answer. */
export async function reconcileDay(day: string = today().subtract({ days: 1 }).toString()): Promise<Reconciliation | null> {
  const date: CalendarDate = parseDate(day);
  const span = { from: date.toDate(env.supplierTimeZone), to: date.add({ days: 1 }).toDate(env.supplierTimeZone) };
  const result = await reconcile(span);
  if (result) await storeReconciliation(day, result);
  return result;
}
