import { parseMoney } from "@/lib/format/money";

export type ReadAmount = { ok: true; kopecks: bigint } | { ok: false; message: string };

const MESSAGES = {
  empty: "Введите сумму",
  not_a_number: "Введите сумму цифрами, например 1 116 218,00",
  negative: "Сумма должна быть больше нуля",
  too_many_decimals: "После запятой бывает не больше двух цифр: это копейки",
  too_large: "Сумма больше 100 000 000 000 ₽. Проверьте число",
} as const;

/** «К оплате» as it was typed; a message stands beside the field. */
export function readAmount(text: string): ReadAmount {
  const parsed = parseMoney(text);
  if (!parsed.ok) return { ok: false, message: MESSAGES[parsed.reason] };
  return parsed.kopecks === 0n ? { ok: false, message: MESSAGES.negative } : parsed;
}
