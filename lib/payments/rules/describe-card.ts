import { PAYMENT_METHOD_NAMES, type PaymentMethod } from "@/lib/payments/constants";
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

/** `Мир •••• 4242`: the last digits are what its owner knows it by. */
export function cardName({ brand, mask }: Pick<CardLine, "brand" | "mask">): string {
  const system = brand === null || brand === "Unknown" ? "Карта" : brand === "Mir" ? "Мир" : brand;
  return `${system} •••• ${mask.slice(-4)}`;
}

/** What a payment was made with; of the bank's words only the last digits are worth keeping. */
export function describeMethod(method: PaymentMethod, title: string | null): string {
  const [, last] = /(\d{4})$/.exec(title ?? "") ?? [];
  return method !== "sbp" && last !== undefined ? cardName({ brand: null, mask: last }) : PAYMENT_METHOD_NAMES[method];
}
