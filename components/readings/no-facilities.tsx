import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type NoFacilitiesProps = { contract: string; total: number };

export function NoFacilities({ contract, total }: NoFacilitiesProps) {
  return (
    <Card>
      {total === 0 ? (
        <EmptyState title="Энергообъектов нет">По этому договору вам не открыт ни один энергообъект. Их открывает администратор договора</EmptyState>
      ) : (
        <EmptyState
          title="Ничего не найдено"
          action={<LinkButton href={`/readings?contract=${contract}` as Route}>Показать все объекты</LinkButton>}
        >
          Под выбранные условия не подходит ни один энергообъект
        </EmptyState>
      )}
    </Card>
  );
}
