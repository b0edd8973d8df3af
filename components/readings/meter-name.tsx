import type { EntryLine } from "@/components/readings/entry-lines";
import { formatNumber } from "@/lib/format/numbers";
import { QUANTITY_NAMES, TARIFF_ZONE_NAMES } from "@/lib/readings/constants";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import { refusalOf } from "@/lib/readings/rules/plan-submission";

const MINUS = "\u2212";

/** «Круглосуточная А+». */
export function nameOfRegister({ zone, quantity }: Pick<EntryLine, "zone" | "quantity">): string {
  return `${TARIFF_ZONE_NAMES[zone]} ${QUANTITY_NAMES[quantity].replace("-", MINUS)}`;
}

function factorsOf({ multiplier, lossesPercent }: EntryLine): string {
  const losses = lossesPercent === "0" ? "" : ` · потери\u00a0${formatNumber(lossesPercent)}\u00a0%`;
  return `коэф.\u00a0${formatNumber(multiplier)}${losses}`;
}

type MeterNameProps = { line: EntryLine; first: boolean };

export function MeterName({ line, first }: MeterNameProps) {
  // The facility says for all of its meters why it is closed.
  const refusal = first && line.facilityStatus === "awaiting" ? refusalOf(line) : null;
  return (
    <th scope="row" className={first ? undefined : "readings__next"}>
      {first && (
        <>
          <b>{line.serialNumber}</b> · {line.pointName}
        </>
      )}
      <small>
        {nameOfRegister(line)} · {factorsOf(line)}
      </small>
      {refusal && <small>{describeProblem(refusal)}</small>}
    </th>
  );
}
