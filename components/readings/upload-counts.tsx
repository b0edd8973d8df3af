import clsx from "clsx";
import type { PreviewCounts } from "@/lib/readings/types";

type UploadCountsProps = { counts: PreviewCounts; sent: boolean };

const group = new Intl.NumberFormat("ru-RU");

export function UploadCounts({ counts, sent }: UploadCountsProps) {
  const items = [
    { label: sent ? "Передано" : "К передаче", value: counts.send, tone: "" },
    { label: "Без изменений", value: counts.same, tone: "" },
    { label: "С ошибкой", value: counts.wrong, tone: counts.wrong > 0 ? "text-danger" : "" },
    { label: "Не заполнено", value: counts.empty, tone: "" },
  ];
  return (
    <dl className="card grid grid-cols-2 gap-4 p-4.5 sm:grid-cols-4">
      {items.map(({ label, value, tone }) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className={clsx("text-xl font-semibold", tone)}>{group.format(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
