import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { PAYMENT_STATUS_NAMES, PAYMENT_STATUSES } from "@/lib/payments/constants";

type PaymentsFilterProps = { search: string; status: string | undefined };

const STATUSES = [
  { value: "attention", label: "Требуют внимания" },
  ...PAYMENT_STATUSES.map((status) => ({ value: status, label: PAYMENT_STATUS_NAMES[status] })),
];

/** A plain GET form: the address holds the choice. */
export function PaymentsFilter({ search, status }: PaymentsFilterProps) {
  return (
    <form role="search" className="mb-4 grid items-end gap-3 sm:grid-cols-[3fr_2fr_auto]">
      <TextInput name="search" type="search" label="Номер платежа, договор, клиент или номер в банке" defaultValue={search} maxLength={100} />
      <Select name="status" label="Состояние" defaultValue={status ?? ""} placeholder="Все" options={STATUSES} />
      <Button type="submit" variant="secondary">
        Найти
      </Button>
    </form>
  );
}
