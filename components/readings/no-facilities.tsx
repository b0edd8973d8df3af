import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type NoFacilitiesProps = {
  contract: string;
  total: number;
  /** Nothing waits any more: the list of what is not sent is empty. */
  allSent: boolean;
};

export function NoFacilities({ contract, total, allSent }: NoFacilitiesProps) {
  const all = <LinkButton href={`/readings?contract=${contract}` as Route}>Показать все объекты</LinkButton>;
  return (
    <Card className="mb-3.5">
      {total === 0 ? (
        <EmptyState title="Энергообъектов нет">По этому договору вам не открыт ни один энергообъект. Их открывает администратор договора</EmptyState>
      ) : allSent ? (
        <EmptyState title="Все показания переданы" action={all}>
          До конца приёма их можно исправить
        </EmptyState>
      ) : (
        <EmptyState title="Ничего не найдено" action={all}>
          Под выбранные условия не подходит ни один энергообъект
        </EmptyState>
      )}
    </Card>
  );
}
