import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatMonth } from "@/lib/format/dates";
import type { HistoryFilter } from "@/lib/readings/types";

type HistoryFiltersProps = {
  contracts: readonly { number: string; clientName: string }[];
  contract: string;
  filter: HistoryFilter;
  /** ISO first days, newest first. */
  months: readonly string[];
};

/** A plain GET form: the address holds the choice, so it can be sent to a colleague. */
export function HistoryFilters({ contracts, contract, filter, months }: HistoryFiltersProps) {
  const options = months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month) }));
  return (
    <form className="mb-4 grid items-end gap-3 sm:grid-cols-[2fr_2fr_1fr_1fr_auto]">
      <Select
        name="contract"
        label="Договор"
        defaultValue={contract}
        options={contracts.map(({ number, clientName }) => ({ value: number, label: `${clientName} · ${number}` }))}
      />
      <TextInput name="search" label="Энергообъект или прибор" defaultValue={filter.search} placeholder="Адрес, код или номер" maxLength={100} />
      <Select name="from" label="С месяца" defaultValue={filter.from.slice(0, 7)} options={options} />
      <Select name="to" label="По месяц" defaultValue={filter.to.slice(0, 7)} options={options} />
      <Button type="submit" variant="secondary">
        Показать
      </Button>
    </form>
  );
}
