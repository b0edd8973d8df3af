import { BILLS_PER_CARD } from "@/lib/bills/constants";
import type { PayableLine } from "@/lib/payments/types";

/** What the address of «Реквизиты оплаты» asks for. */
export type AskedBills = {
  /** «Оплатить» in the row of one document. */
  bill?: string;
  /** Ticked documents; `rest` stands for those the card does not list. Absent: the whole debt. */
  bills?: readonly string[];
};

export type Choice = {
  /** `one` locks the amount, so that the money settles exactly that document. */
  mode: "debt" | "some" | "one" | "prepayment";
  bills: PayableLine[];
  /** Somebody pays these now; they are left out. */
  busy: PayableLine[];
  /** Asked for, but there is nothing to pay on them any more. */
  settled: string[];
};

/** The bills to pay, of all unpaid ones by due date. */
export function chooseBills(unpaid: readonly PayableLine[], { bill, bills }: AskedBills): Choice {
  const asked = bill !== undefined ? [bill] : bills;
  const listed = new Set(asked);
  const wanted = unpaid.filter(({ number }, place) => asked === undefined || listed.has(number) || (place >= BILLS_PER_CARD && listed.has("rest")));
  const known = new Set(unpaid.map(({ number }) => number));
  const chosen = wanted.filter(({ payer }) => payer === null);
  return {
    mode: modeOf(bill !== undefined, chosen.length, unpaid.filter(({ payer }) => payer === null).length),
    bills: chosen,
    busy: wanted.filter(({ payer }) => payer !== null),
    settled: (asked ?? []).filter((number) => number !== "rest" && !known.has(number)),
  };
}

function modeOf(single: boolean, chosen: number, free: number): Choice["mode"] {
  if (chosen === 0) return "prepayment";
  if (single || (chosen === 1 && free > 1)) return "one";
  return chosen === free ? "debt" : "some";
}
