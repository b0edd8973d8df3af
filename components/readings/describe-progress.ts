import type { EntryLine } from "@/components/readings/entry-lines";
import type { EntryPlan } from "@/components/readings/plan-entry";
import { countOf } from "@/lib/format/plurals";

const VALUES = ["значение", "значения", "значений"] as const;

/** «обе величины» where a meter counts two quantities, «обе шкалы» where it counts two zones of one. */
function allOf(lines: EntryLine[]): string {
  const quantities = new Set(lines.map(({ quantity }) => quantity)).size;
  const zones = new Set(lines.map(({ zone }) => zone)).size;
  const pair = lines.length === 2;
  if (zones === 1) return pair ? "обе величины" : "все величины";
  if (quantities === 1) return pair ? "обе шкалы" : "все шкалы";
  return "все величины и шкалы";
}

function describeIncomplete(incomplete: EntryPlan["incomplete"]): string | null {
  const [first, ...others] = incomplete;
  if (!first) return null;
  const text = `для прибора ${first.serialNumber} нужны ${allOf(first.lines)}`;
  return others.length === 0 ? text : `${text}, и ещё у ${countOf(others.length, ["прибора", "приборов", "приборов"])} заполнено не всё`;
}

function describeWrong(wrong: number): string | null {
  if (wrong === 0) return null;
  return wrong === 1 ? "одно значение с ошибкой" : `${countOf(wrong, VALUES)} с ошибкой`;
}

function describeElsewhere(elsewhere: number): string | null {
  return elsewhere === 0 ? null : `на других страницах введено и не передано ${countOf(elsewhere, VALUES)}`;
}

function describeRest({ entries, total, filled }: EntryPlan): string {
  if (entries.length > 0) return "можно передавать";
  return filled === total ? "всё передано, до конца приёма показания можно исправить" : "введите текущие показания";
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is missing, after «Заполнено 1 из 6.». */
export function describeProgress(plan: EntryPlan, wrong: number): string {
  const troubles = [describeWrong(wrong), describeIncomplete(plan.incomplete)].filter((part) => part !== null);
  const parts = troubles.length > 0 ? troubles : [describeRest(plan)];
  return capital([...parts, describeElsewhere(plan.elsewhere)].filter((part) => part !== null).join("; "));
}
