import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import type { MeterCard } from "@/lib/contracts/types";
import { formatMonth } from "@/lib/format/dates";
import { formatReading } from "@/lib/format/energy";
import { formatNumber } from "@/lib/format/numbers";
import { QUANTITY_NAMES, STATUS_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";

export function MetersTable({ meters }: { meters: readonly MeterCard[] }) {
  if (meters.length === 0) return <EmptyState title="Приборов учёта нет">Их передаёт биллинг вместе с точками учёта</EmptyState>;
  return (
    <Table label="Приборы учёта" stacked>
      <thead>
        <tr>
          <Th>Прибор</Th>
          <Th>Энергообъект</Th>
          <Th numeric>Коэф.</Th>
          <Th numeric>Потери, %</Th>
          <Th>Статус</Th>
          <Th numeric>Последнее показание</Th>
        </tr>
      </thead>
      <tbody>
        {meters.map((meter) => (
          <tr key={meter.id}>
            <Td className="sm:min-w-36">
              <span className="font-medium">{meter.serialNumber}</span>
              <span className="block text-sm text-muted">{meter.pointName}</span>
            </Td>
            <Td label="Энергообъект">
              <div>
                {meter.facility.address}
                <span className="block text-sm text-muted">ЭО {meter.facility.code}</span>
              </div>
            </Td>
            <Td numeric label="Коэффициент">{formatNumber(meter.multiplier)}</Td>
            <Td numeric label="Потери, %">{formatNumber(meter.lossesPercent)}</Td>
            <Td label="Статус">{STATUS_NAMES[meter.status]}</Td>
            <Td numeric label="Последнее показание">
              <div>
                {meter.registers.map(({ quantity, zone, value, month }) => (
                  <span key={`${quantity}-${zone}`} className="block">
                    <span className="block text-sm whitespace-normal text-muted sm:inline sm:whitespace-nowrap">
                      {TARIFF_ZONE_NAMES[zone]} {QUANTITY_NAMES[quantity]}
                      {month !== null && `, ${formatMonth(month)}`}
                    </span>{" "}
                    {formatReading(value, meter)}
                  </span>
                ))}
              </div>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
