import { formatTime } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import type { BusyBill, PaymentRefusal } from "@/lib/payments/types";

/** Why a payment did not begin and what to do; nothing was taken in any of these cases. */
export function describeRefusal(refusal: PaymentRefusal, zone: string): string {
  switch (refusal.kind) {
    case "busy":
      return `Эти документы сейчас оплачиваются. ${refusal.bills.map((bill) => describeBusy(bill, zone)).join(". ")}`;
    case "limit":
      return `${describeLimit(refusal.limit)}. Уменьшите сумму или выберите другой способ`;
    case "changed":
      return "Пока вы оформляли платёж, суммы документов изменились. Проверьте, что будет зачтено, и нажмите «Перейти к оплате» ещё раз";
    case "reused_key":
      return "Этот платёж уже начат с другими данными. Посмотрите его в истории платежей, прежде чем начать новый";
    case "email_unconfirmed":
      return "Оплата откроется, когда e-mail в вашей учётной записи будет подтверждён";
    case "card_missing":
      return "Этой карты больше нет в списке. Выберите другой способ оплаты";
  }
}

export function describeLimit(limit: bigint): string {
  return `Банк принимает за один платёж этим способом не больше ${formatMoney(limit)}`;
}

function describeBusy({ number, by, until, own }: BusyBill, zone: string): string {
  const who = own ? "вы начали его оплату" : `его оплачивает ${by}`;
  return `№ ${number}: ${who}, до ${formatTime(until, zone)}`;
}
