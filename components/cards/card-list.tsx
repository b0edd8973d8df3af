import { CreditCard } from "lucide-react";
import { RemoveCard } from "@/components/cards/remove-card";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cardExpiry, cardName, isCardExpired } from "@/lib/payments/rules/describe-card";
import type { CardLine } from "@/lib/payments/types";

type CardListProps = { cards: readonly CardLine[]; today: { year: number; month: number } };

export function CardList({ cards, today }: CardListProps) {
  return (
    <Card>
      <ul className="saved-cards" aria-label="Привязанные карты">
        {cards.map((card) => (
          <li key={card.id}>
            <CreditCard className="text-muted" aria-hidden="true" />
            <p className="min-w-0 flex-1">
              <span className="block font-medium">{cardName(card)}</span>
              <span className="block text-sm text-muted">
                {isCardExpired(card, today) ? <Badge tone="bad">срок истёк, {cardExpiry(card)}</Badge> : `Действует до ${cardExpiry(card)}`}
              </span>
            </p>
            <RemoveCard id={card.id} name={cardName(card)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
