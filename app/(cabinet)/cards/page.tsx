import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AddCard } from "@/components/cards/add-card";
import { CardList } from "@/components/cards/card-list";
import { LinkFailed, LinkOutcome } from "@/components/cards/link-outcome";
import { RemoveCardForm } from "@/components/cards/remove-card-form";
import { GoToBank } from "@/components/payments/go-to-bank";
import { OutcomeWatch } from "@/components/payments/outcome-watch";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireClient } from "@/lib/auth/guards";
import { countOf } from "@/lib/format/plurals";
import { checkCardLinkAction } from "@/lib/payments/actions/cards";
import { CARD_RETURN_PATH } from "@/lib/payments/constants";
import { getCardLink } from "@/lib/payments/queries/get-card-link";
import { listCards } from "@/lib/payments/queries/list-cards";
import { cardName } from "@/lib/payments/rules/describe-card";
import { isFinal } from "@/lib/payments/rules/machine";
import { cardsAddressSchema } from "@/lib/payments/schema/cards-address";
import { today } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Карты" };

type CardsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CardsPage({ searchParams }: CardsPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const { link: linkId, to, remove, removed, failed } = cardsAddressSchema.parse(query);
  const [cards, link] = await Promise.all([listCards(actor), linkId === undefined ? null : getCardLink(actor, linkId)]);
  const leaving = cards.find(({ id }) => id === remove);
  const waiting = link !== null && !isFinal(link.status);
  const bankPage = link?.status === "awaiting_user" && to === "bank" ? link.confirmationUrl : null;
  const key = randomUUID();
  return (
    <div className="page-narrow mx-auto">
      <PageHeader
        title="Карты"
        fact={cards.length === 0 ? "Привязанных карт нет" : countOf(cards.length, ["привязанная карта", "привязанные карты", "привязанных карт"])}
        action={cards.length > 0 && <AddCard clientKey={key} variant="secondary" />}
      />
      <div className="flex flex-col gap-4">
        {bankPage !== null && (
          <Notice title="Открываем страницу банка">
            <a href={bankPage} className="text-link">
              Перейти на неё
            </a>
            , если она не открылась сама
          </Notice>
        )}
        {link !== null && bankPage === null && <LinkOutcome link={link} />}
        {failed !== undefined && <LinkFailed reason={null} />}
        {removed !== undefined && (
          <Notice tone="success" live>
            Карта удалена
          </Notice>
        )}
        {leaving !== undefined && (
          <Card>
            <CardHeader title={`Удалить карту ${cardName(leaving)}?`} />
            <CardBody>
              <RemoveCardForm id={leaving.id} cancel={<LinkButton href="/cards">Оставить</LinkButton>} />
            </CardBody>
          </Card>
        )}
        {cards.length > 0 ? (
          <CardList cards={cards} today={today()} />
        ) : (
          <Card>
            <EmptyState title="Карт пока нет" action={<AddCard clientKey={key} />}>
              Привяжите карту, чтобы платить без ввода номера. Банк на минуту удержит 1 ₽ и сразу отменит удержание; номер карты видит только он
            </EmptyState>
          </Card>
        )}
      </div>
      {bankPage !== null ? (
        <GoToBank url={bankPage} />
      ) : (
        waiting && <OutcomeWatch id={link.id} check={checkCardLinkAction} plain={`${CARD_RETURN_PATH}/${link.id}`} />
      )}
    </div>
  );
}
