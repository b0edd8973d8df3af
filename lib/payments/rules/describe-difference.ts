import { formatMoney } from "@/lib/format/money";
import type { Difference } from "@/lib/payments/types";

const NAMES: Record<Difference["kind"], { name: string; advice: string }> = {
  unknown_here: { name: "В банке есть, у нас нет", advice: "Деньги не отнесены ни к одному договору: найдите плательщика в банке" },
  second_payment: { name: "Банк провёл дважды", advice: "По одному платежу в банке две операции: вторую нужно вернуть в банке" },
  missing_there: { name: "У нас есть, в банке нет", advice: "Банк не подтверждает деньги: запросите у него операцию" },
  status: { name: "Состояния расходятся", advice: "Банк и кабинет по-разному говорят, пришли ли деньги" },
  amount: { name: "Суммы расходятся", advice: "Банк провёл не ту сумму, которая записана в платеже" },
  refunds: { name: "Возвраты расходятся", advice: "Возвращено в банке и в кабинете разное" },
  held: { name: "Остановлен для проверки", advice: "Откройте платёж и запишите, что выяснилось" },
};

/** A difference by name, what to do about it, and both sums; a dash where a side knows nothing. */
export function describeDifference({ kind, theirs, ours }: Pick<Difference, "kind" | "theirs" | "ours">) {
  const sum = (kopecks: string | null) => (kopecks === null ? "—" : formatMoney(BigInt(kopecks)));
  return { ...NAMES[kind], theirs: sum(theirs), ours: sum(ours) };
}
