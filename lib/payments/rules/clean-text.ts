import { maskCardNumbers } from "@/lib/payments/rules/mask-card-numbers";

/** Free text as it is kept: one line, without control characters and card numbers. */
export function cleanText(text: string): string {
  return maskCardNumbers(text.replace(/[\p{Cc}\s]+/gu, " ").trim());
}
