import { ChevronDown } from "lucide-react";
import { ChartView } from "@/components/payments/chart-view";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { toBar, type ChartMonth } from "@/lib/payments/rules/chart";

type ChartSectionProps = {
  contracts: readonly { number: string; clientName: string }[];
  contract: string;
  /** Of the list of contracts above; it stays when another contract is chosen. */
  page: number;
  months: readonly ChartMonth[];
};

/** «Счета и оплаты»: bills above, payments below, month by month. */
export function ChartSection({ contracts, contract, page, months }: ChartSectionProps) {
  const bars = months.map(toBar);
  const choice = contracts.length > 1 && (
    <form action="/payments#chart" className="flex flex-wrap items-end gap-3 max-sm:grid max-sm:w-full">
      {page > 1 && <input type="hidden" name="page" value={page} />}
      <Select
        id="chart-contract"
        name="chart"
        label="Договор на графике"
        labelHidden
        defaultValue={contract}
        options={contracts.map(({ number, clientName }) => ({ value: number, label: `${clientName} · ${number}` }))}
      />
      <Button type="submit" variant="secondary">
        Показать
      </Button>
    </form>
  );
  return (
    <div id="chart" className="mt-4 scroll-mt-20">
      <Card>
        <CardHeader title="Счета и оплаты" details={contracts.length > 1 ? undefined : `Договор ${contract}`} aside={choice} />
        <CardBody className="flex flex-col gap-3">
          <ChartView bars={bars} label={`Столбцы по месяцам: вверх выставленные счета, вниз оплаты по договору ${contract}. Те же числа в таблице ниже`} />
          <p className="chart-legend needs-script" aria-hidden="true">
            <span className="chart-legend__billed">выставлено</span>
            <span className="chart-legend__paid">оплачено</span>
          </p>
          <details className="chart-table">
            <summary>
              Показать таблицей <ChevronDown aria-hidden="true" />
            </summary>
            <Table label={`Счета и оплаты по договору ${contract}`}>
              <thead>
                <tr>
                  <Th>Месяц</Th>
                  <Th numeric>Выставлено</Th>
                  <Th numeric>Оплачено</Th>
                </tr>
              </thead>
              <tbody>
                {bars.map(({ month, billed, paid }) => (
                  <tr key={month}>
                    <th scope="row" className="first-letter:uppercase">
                      {month}
                    </th>
                    <Td numeric>{billed}</Td>
                    <Td numeric>{paid}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </details>
        </CardBody>
      </Card>
    </div>
  );
}
