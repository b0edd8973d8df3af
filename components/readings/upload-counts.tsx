import clsx from "clsx";
import { FileSpreadsheet } from "lucide-react";
import type { PreviewCounts } from "@/lib/readings/types";

type UploadCountsProps = { fileName: string; counts: PreviewCounts; sent: boolean };

const group = new Intl.NumberFormat("ru-RU");

export function UploadCounts({ fileName, counts, sent }: UploadCountsProps) {
  const items = [
    { label: sent ? "Передано" : "К передаче", value: counts.send, tone: "" },
    { label: "Без изменений", value: counts.same, tone: "" },
    { label: "С ошибкой", value: counts.wrong, tone: counts.wrong > 0 ? "text-danger" : "" },
    { label: "Не заполнено", value: counts.empty, tone: "" },
  ];
  return (
    <section className="card p-4.5">
      <h2 className="flex gap-2 font-normal">
        <FileSpreadsheet className="mt-0.5 text-muted" aria-label="Файл" />
        <span className="min-w-0">{fileName}</span>
      </h2>
      <dl className="mt-3 grid grid-cols-2 gap-4 sm:grid-cols-4">
        {items.map(({ label, value, tone }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className={clsx("text-xl font-semibold", tone)}>{group.format(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
