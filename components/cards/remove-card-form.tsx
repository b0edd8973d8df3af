import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeCardAction } from "@/lib/payments/actions/cards";

type RemoveCardFormProps = { id: string; cancel: ReactNode };

export function RemoveCardForm({ id, cancel }: RemoveCardFormProps) {
  return (
    <form action={removeCardAction}>
      <input type="hidden" name="id" value={id} />
      <p className="text-muted">Платить ею без ввода номера больше не получится. Платежи, сделанные этой картой, останутся в истории</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
        {cancel}
        <SubmitButton variant="danger" pendingText="Удаляем">
          Удалить карту
        </SubmitButton>
      </div>
    </form>
  );
}
