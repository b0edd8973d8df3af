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
  if (link.status === "awaiting_user") return <LinkUnfinished bankPage={link.confirmationUrl} />;
  if (!isFinal(link.status)) {
    return (
      <Notice title="Банк ещё не ответил" live>
        Страница обновится сама, как только станет известно, добавлена ли карта
      </Notice>
    );
  }
  return <LinkFailed reason={link.failureReason} />;
}

/** The owner came back from the bank's page, and the bank knows of no card yet. */
function LinkUnfinished({ bankPage }: { bankPage: string | null }) {
  return (
    <Notice tone="error" title="Не удалось добавить карту" live>
      Вы вернулись со страницы банка, не закончив. Если банк ещё проверяет карту, она появится в списке сама
      <p className="mt-3 flex flex-wrap gap-3">
        <LinkButton href="/cards">Ок</LinkButton>
        {bankPage !== null && (
          <a href={bankPage} className={buttonClass("secondary")}>
            Продолжить на странице банка
          </a>
        )}
      </p>
    </Notice>
  );
}

export function LinkFailed({ reason }: { reason: string | null }) {
  return (
    <Notice tone="error" title="Не удалось добавить карту" live>
      {describeDecline(reason, "Банк не принял карту. Попробуйте ещё раз или возьмите другую")}
      <p className="mt-3">
        <LinkButton href="/cards">Ок</LinkButton>
      </p>
    </Notice>
  );
}
