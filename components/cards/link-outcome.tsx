import { LinkButton } from "@/components/ui/link-button";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { describeDecline } from "@/lib/payments/rules/describe-decline";
import { isFinal } from "@/lib/payments/rules/machine";
import type { CardLinkResult } from "@/lib/payments/types";

type LinkOutcomeProps = { link: CardLinkResult };

/** How adding a card ended, or what it waits for. */
export function LinkOutcome({ link }: LinkOutcomeProps) {
  if (link.savedCard) {
    return (
      <Notice tone="success" title="Карта добавлена" live>
        Банк проверил её удержанием 1 ₽ и сразу отменил его
      </Notice>
    );
  }
  if (!isFinal(link.status)) {
    const bankPage = link.status === "awaiting_user" ? link.confirmationUrl : null;
    return (
      <Notice title={bankPage === null ? "Банк ещё не ответил" : "Банк ждёт данные карты"} live>
        Страница обновится сама, как только станет известно, добавлена ли карта
        {bankPage !== null && (
          <p className="mt-3">
            <a href={bankPage} className={buttonClass("secondary")}>
              Перейти на страницу банка
            </a>
          </p>
        )}
      </Notice>
    );
  }
  return <LinkFailed reason={link.failureReason} />;
}

export function LinkFailed({ reason }: { reason: string | null }) {
  return (
    <Notice tone="error" title="Не удалось добавить карту" live>
      {describeDecline(reason)}
      <p className="mt-3">
        <LinkButton href="/cards">Ок</LinkButton>
      </p>
    </Notice>
  );
}
