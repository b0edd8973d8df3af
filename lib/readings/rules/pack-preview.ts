import type { FilePlan, PackedPreview, PreviewCounts, RegisterLine, RowProblem, SheetRow } from "@/lib/readings/types";

/** A page shows at most this much of a cell nobody recognised. */
const SHOWN_TEXT = 60;
/** PostgreSQL refuses JSON with a zero character or half of a surrogate pair. */
const cut = (text: string) => text.slice(0, SHOWN_TEXT).toWellFormed().replace(/\p{Cc}/gu, "");

/** The texts a problem repeats come from the file and may be long. */
function cutProblem(problem: RowProblem): RowProblem {
  return "text" in problem ? { ...problem, text: cut(problem.text) } : problem;
}

function packWrong({ problem, cells }: { problem: RowProblem; cells: SheetRow }): PackedPreview["wrong"][number] {
  const { row, facilityCode, serialNumber, quantity, zone, current } = cells;
  return [row, cutProblem(problem), cut(facilityCode), cut(serialNumber), cut(quantity), cut(zone), cut(current.text)];
}

/** The preview as it is stored: arrays without names of fields, of which a page reads its slice. */
export function packPreview(plan: FilePlan, lines: RegisterLine[], state: string): { counts: PreviewCounts; preview: PackedPreview } {
  const known = new Map(lines.map((line) => [line.registerId, line]));
  const preview: PackedPreview = { send: [], same: [], state, wrong: plan.wrong.map(packWrong) };
  for (const { row, registerId, value, consumption, changed, computed } of plan.accepted) {
    const line = known.get(registerId);
    const version = line?.current?.version ?? null;
    if (changed) preview.send.push([row, registerId, line?.previous?.value ?? null, value, consumption, version, computed]);
    else preview.same.push([registerId, value, version]);
  }
  const counts = { send: preview.send.length, same: preview.same.length, wrong: preview.wrong.length, empty: plan.empty };
  return { counts, preview };
}
