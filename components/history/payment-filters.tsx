import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatMonth } from "@/lib/format/dates";

type PaymentFiltersProps = {
  contracts: readonly { number: string; clientName: string }[];
  contract: string;
  /** ISO days. */
  from: string;
  to: string;
  /** ISO first days, newest first. */
  months: readonly string[];
};

/** A plain GET form: the address holds the choice, so it can be sent to a colleague. */
export function PaymentFilters({ contracts, contract, from, to, months }: PaymentFiltersProps) {
  const options = months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month) }));
  return (
    <form className="mb-4 grid items-end gap-3 sm:grid-cols-[3fr_1fr_1fr_auto]">
      <Select
        name="contract"
        label="Договор"
        defaultValue={contract}
        options={contracts.map(({ number, clientName }) => ({ value: number, label: `${clientName} · ${number}` }))}
      />
      <Select name="from" label="С месяца" defaultValue={from.slice(0, 7)} options={options} />
      <Select name="to" label="По месяц" defaultValue={to.slice(0, 7)} options={options} />
      <Button type="submit" variant="secondary">
        Показать
      </Button>
    </form>
  );
}
