import "server-only";
import { formatMoment } from "@/lib/format/dates";
import { env } from "@/lib/platform/env";
import { layOut } from "@/lib/platform/mail/layout";
import type { OutgoingLetter } from "@/lib/platform/mail/transport";

/** Tells the owner, so that a password changed by somebody else does not stay unnoticed. */
export function passwordSetLetter(recipient: string, at: Date, key: string): OutgoingLetter {
  return {
    key,
    recipient,
    ...layOut({
      title: "Пароль вашей учётной записи изменён",
      paragraphs: [
        `Новый пароль задан ${formatMoment(at, env.supplierTimeZone)}. Все открытые сеансы завершены.`,
        "Если это сделали не вы, сообщите об этом администратору: он закроет доступ и выдаст новую ссылку.",
      ],
      action: { label: "Войти", url: `${env.appUrl}/login` },
      footer: "Письмо отправлено автоматически личным кабинетом «Ампер». Отвечать на него не нужно.",
    }),
  };
}
