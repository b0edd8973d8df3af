import type { PaymentStatus } from "@/lib/payments/constants";
import type { BankPayment, BankRefund, Difference } from "@/lib/payments/types";

/** Ours as the comparison needs it; kopecks. */
export type OurPayment = {
  id: string;
  number: string;
  bankId: string | null;
  status: PaymentStatus;
  amount: bigint;
  held: boolean;
  refunds: readonly { bankId: string | null; amount: bigint; succeeded: boolean }[];
};

type Lists = { payments: readonly BankPayment[]; refunds: readonly BankRefund[]; ours: readonly OurPayment[] };

/** Where the bank's list and ours do not say the same about money. Cards being added are no money. */
export function findDifferences({ payments, refunds, ours }: Lists): Difference[] {
  const byBankId = new Map(ours.flatMap((payment) => (payment.bankId === null ? [] : [[payment.bankId, payment] as const])));
  const byId = new Map(ours.map((payment) => [payment.id, payment]));
  const ourOf = (object: BankPayment) => byBankId.get(object.id) ?? byId.get(object.metadata.payment_id ?? "");
  const listed = new Set(payments.map(({ id }) => id));
  return [
    ...payments.flatMap((object) => comparePayment(object, ourOf(object))),
    ...refunds.flatMap((object) => compareRefund(object, byBankId.get(object.paymentId))),
    ...ours.filter((payment) => payment.status === "succeeded" && !listed.has(payment.bankId ?? "")).map((payment) => difference("missing_there", payment, null, payment.amount)),
    ...findMissingRefunds(ours, refunds),
    ...ours.filter(({ held }) => held).map((payment) => difference("held", payment, null, payment.amount)),
  ];
}

function difference(kind: Difference["kind"], ours: OurPayment | undefined, theirs: bigint | null, known: bigint | null, bankId = ours?.bankId ?? null): Difference {
  return { kind, bankId, paymentId: ours?.id ?? null, number: ours?.number ?? null, theirs: theirs === null ? null : String(theirs), ours: known === null ? null : String(known) };
}

function comparePayment(object: BankPayment, ours: OurPayment | undefined): Difference[] {
  if (object.metadata.card_link_id !== undefined && object.status !== "succeeded") return [];
  const captured = ours?.status === "succeeded";
  if (object.status !== "succeeded") return captured ? [difference("status", ours, 0n, ours.amount, object.id)] : [];
  if (!ours) return [difference("unknown_here", ours, object.amount, null, object.id)];
  if (ours.bankId !== null && ours.bankId !== object.id) return [difference("second_payment", ours, object.amount, ours.amount, object.id)];
  if (ours.held) return [];
  if (!captured) return [difference("status", ours, object.amount, 0n, object.id)];
  return object.amount === ours.amount ? [] : [difference("amount", ours, object.amount, ours.amount, object.id)];
}

function compareRefund(object: BankRefund, ours: OurPayment | undefined): Difference[] {
  const known = ours?.refunds.find(({ bankId }) => bankId === object.id);
  const taken = known?.succeeded === true;
  if (object.status === "succeeded" ? taken && known.amount === object.amount : !taken) return [];
  return [difference("refunds", ours, object.status === "succeeded" ? object.amount : 0n, taken ? known.amount : 0n, object.paymentId)];
}

function findMissingRefunds(ours: readonly OurPayment[], refunds: readonly BankRefund[]): Difference[] {
  const listed = new Set(refunds.map(({ id }) => id));
  return ours.flatMap((payment) =>
    payment.refunds
      .filter(({ succeeded, bankId }) => succeeded && !listed.has(bankId ?? ""))
      .map(({ amount }) => difference("refunds", payment, 0n, amount)),
  );
}
