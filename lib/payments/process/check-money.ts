import "server-only";
import { compareWithBank } from "@/lib/payments/process/reconcile";
import { type Breach, checkInvariants, firstPaymentAt } from "@/lib/payments/queries/check-invariants";
import { now } from "@/lib/platform/clock";

const DAY_MS = 24 * 3600_000;

type Checked = { breaches: Breach[]; bank: "agrees" | "differs" | "silent" };

/** Every invariant of money, also those for which the bank must be asked. */
export async function checkMoney(): Promise<Checked> {
  const breaches = await checkInvariants();
  const first = (await firstPaymentAt()) ?? now();
  const compared = await compareWithBank({ from: new Date(first.getTime() - DAY_MS), to: new Date(now().getTime() + DAY_MS) });
  if (!compared) return { breaches, bank: "silent" };
  const ofOurs = Map.groupBy(compared.lists.payments, ({ metadata }) => metadata.payment_id);
  for (const [paymentId, objects] of ofOurs) {
    if (paymentId !== undefined && objects.length > 1) breaches.push({ invariant: 5, subject: `payment ${paymentId}`, words: `is ${objects.length} payments of the bank` });
  }
  const differences = compared.differences.filter(({ kind }) => kind !== "held");
  for (const { kind, bankId, paymentId, theirs, ours } of differences) {
    breaches.push({ invariant: 7, subject: `payment ${paymentId ?? bankId}`, words: `${kind}: the bank says ${theirs}, we say ${ours}` });
  }
  return { breaches, bank: differences.length > 0 ? "differs" : "agrees" };
}
