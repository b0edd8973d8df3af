"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";

export type CardChoice = { id: string; label: string };

type PayWayProps = {
  cards: readonly CardChoice[];
  initial: string;
  saveCard: boolean;
  error?: string;
  onWay: (way: string) => void;
};

/** «Способ оплаты»: saved cards first, then a new one and SBP. */
export function PayWay({ cards, initial, saveCard, error, onWay }: PayWayProps) {
  const remember = <Checkbox className="pay-way__save" name="saveCard" label="Запомнить карту, чтобы в следующий раз не вводить номер" defaultChecked={saveCard} />;
  const newCard = cards.length > 0 ? "Другая карта" : "Банковская карта";
  const options = [
    ...cards.map(({ id, label }) => ({ value: `card:${id}`, label })),
    { value: "new_card", label: newCard, note: "Номер вводится на странице банка", more: remember },
    { value: "sbp", label: "СБП", note: "По QR-коду или в приложении банка, без номера карты" },
  ];
  return (
    <div className="pay-way">
      <RadioGroup name="way" label="Способ оплаты" options={options} defaultValue={initial} error={error} onChoice={onWay} />
    </div>
  );
}
