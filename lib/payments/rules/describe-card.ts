import type { CardLine } from "@/lib/payments/types";

type Month = { year: number; month: number };

/** `12/28`. */
export function cardExpiry({ expiryMonth, expiryYear }: CardLine): string {
  return `${String(expiryMonth).padStart(2, "0")}/${String(expiryYear % 100).padStart(2, "0")}`;
}

/** A card works to the end of its last month. */
export function isCardExpired({ expiryMonth, expiryYear }: CardLine, today: Month): boolean {
  return expiryYear < today.year || (expiryYear === today.year && expiryMonth < today.month);
}

/** `MIR •••• 4242, до 12/28`. */
export function describeCard(card: CardLine): string {
  return `${card.brand === null ? "" : `${card.brand} `}${card.mask}, до ${cardExpiry(card)}`;
}
