import { SubmitButton } from "@/components/ui/submit-button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { addCardAction } from "@/lib/payments/actions/cards";

type AddCardProps = {
  /** One key for one filled form: pressed twice, it opens the same page of the bank. */
  clientKey: string;
  variant?: ButtonVariant;
};

export function AddCard({ clientKey, variant }: AddCardProps) {
  return (
    <form action={addCardAction}>
      <input type="hidden" name="id" value={clientKey} />
      <SubmitButton variant={variant} pendingText="Открываем страницу банка">
        Добавить карту
      </SubmitButton>
    </form>
  );
}
