import type { BillPayer } from "@/lib/bills/types";
import { formatTime } from "@/lib/format/dates";

/** Who pays a bill now and until when, so that a second payment does not begin. */
export function describePayer({ name, until, paymentId }: BillPayer, now: Date, zone: string): string {
  const who = paymentId !== null ? "Вы уже начали оплату" : `Оплачивает ${name === "" ? "другой участник" : name}`;
  return until > now ? `${who}, до ${formatTime(until, zone)}` : `${who}, исход уточняется в банке`;
}
