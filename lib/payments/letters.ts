import { formatMoment } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/money";
import { layOut } from "@/lib/platform/mail/layout";
import type { OutgoingLetter } from "@/lib/platform/mail/transport";

type About = {
  /** The same letter queued twice is one letter. */
  key: string;
  recipient: string;
  /** The payment's. */
  number: bigint;
  /** Kopecks. */
  amount: bigint;
  contract: string;
  appUrl: string;
};

const FOOTER = "Письмо отправлено автоматически личным кабинетом «Ампер». Отвечать на него не нужно.";

function historyOf({ appUrl, contract }: About) {
  return { label: "Открыть историю платежей", url: `${appUrl}/history/payments?contract=${contract}` };
}

type Settled = { number: string; amount: bigint };

export function paymentSucceededLetter(
  about: About & { at: Date; zone: string; method: string; purpose: string; settled: readonly Settled[]; prepayment: bigint },
): OutgoingLetter {
  const lines = about.settled.map(({ number, amount }) => `счёт № ${number} — ${formatMoney(amount)}`);
  if (about.prepayment > 0n) lines.push(`аванс в счёт следующих начислений — ${formatMoney(about.prepayment)}`);
  return {
    key: about.key,
    recipient: about.recipient,
    ...layOut({
      title: `Платёж № ${about.number} на ${formatMoney(about.amount)} прошёл`,
      paragraphs: [
        `Договор № ${about.contract}. Оплачено ${formatMoment(about.at, about.zone)}. Способ оплаты: ${about.method}.`,
        `Назначение: ${about.purpose}`,
        `Зачтено:\n${lines.join("\n")}`,
        "Зачёт предварительный: окончательным он станет, когда платёж подтвердят в расчётах. Чек пришлёт банк.",
      ],
      action: historyOf(about),
      footer: FOOTER,
    }),
  };
}

export function paymentFailedLetter(about: About & { reason: string }): OutgoingLetter {
  return {
    key: about.key,
    recipient: about.recipient,
    ...layOut({
      title: `Платёж № ${about.number} на ${formatMoney(about.amount)} не прошёл`,
      paragraphs: [
        `Договор № ${about.contract}. ${about.reason}.`,
        "Счета остались неоплаченными, их можно оплатить снова. Если деньги всё же поступят, мы зачтём их и сообщим об этом.",
      ],
      action: { label: "Перейти к оплате", url: `${about.appUrl}/payments` },
      footer: FOOTER,
    }),
  };
}

export function paymentRefundedLetter(about: About & { refunded: bigint; reason: string }): OutgoingLetter {
  return {
    key: about.key,
    recipient: about.recipient,
    ...layOut({
      title: `Возврат ${formatMoney(about.refunded)} по платежу № ${about.number}`,
      paragraphs: [
        `Договор № ${about.contract}. Из платежа на ${formatMoney(about.amount)} банк возвращает ${formatMoney(about.refunded)} туда, откуда он был сделан. Обычно деньги приходят за несколько дней.`,
        `Причина: ${about.reason}`,
      ],
      action: historyOf(about),
      footer: FOOTER,
    }),
  };
}
