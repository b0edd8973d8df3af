type PayTarget = {
  contract: string;
  /** One document with its amount locked. */
  bill?: string;
  /** Ticked documents; an empty list means prepayment only. */
  bills?: readonly string[];
  /** Kopecks to begin with instead of what is due. */
  amount?: bigint;
};

/** The address of «Реквизиты оплаты». */
export function payAddress({ contract, bill, bills, amount }: PayTarget): `/payments/pay?${string}` {
  const query = new URLSearchParams({ contract });
  if (bill !== undefined) query.set("bill", bill);
  if (bills?.length === 0) query.set("bills", "");
  for (const number of bills ?? []) query.append("bills", number);
  if (amount !== undefined) query.set("amount", `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`);
  return `/payments/pay?${query.toString()}`;
}

type Repeated = { contract: string; amount: bigint; planned: readonly { number: string; amount: bigint }[] };

/** «Повторить»: the same documents and the same sum. */
export function repeatAddress({ contract, amount, planned }: Repeated): ReturnType<typeof payAddress> {
  const [only] = planned;
  if (planned.length === 1 && only?.amount === amount) return payAddress({ contract, bill: only.number });
  return payAddress({ contract, bills: planned.map(({ number }) => number), amount });
}
