import { formatMoment } from "@/lib/format/dates";
import { layOut } from "@/lib/platform/mail/layout";
import type { OutgoingLetter } from "@/lib/platform/mail/transport";

type PasswordSet = {
  recipient: string;
  at: Date;
  /** The supplier's time zone. */
  zone: string;
  signInUrl: string;
  key: string;
};

/** Tells the owner, so that a password changed by somebody else does not stay unnoticed. */
export function passwordSetLetter({ recipient, at, zone, signInUrl, key }: PasswordSet): OutgoingLetter {
  return {
    key,
    recipient,
    ...layOut({
      title: "Пароль вашей учётной записи изменён",
      paragraphs: [
        `Новый пароль задан ${formatMoment(at, zone)}. Все открытые сеансы завершены.`,
        "Если это сделали не вы, сообщите об этом администратору: он закроет доступ и выдаст новую ссылку.",
      ],
      action: { label: "Войти", url: signInUrl },
      footer: "Письмо отправлено автоматически личным кабинетом «Ампер». Отвечать на него не нужно.",
    }),
  };
}
