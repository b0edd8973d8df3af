import type { Route } from "next";
import { textOf, type EntryLine } from "@/components/readings/entry-lines";
import { FacilityState } from "@/components/readings/facility-state";
import { RegisterRow } from "@/components/readings/register-row";
import type { Entry } from "@/components/readings/use-entry";
import type { Standing } from "@/components/readings/use-submission";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/format/plurals";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import type { FormFacility } from "@/lib/readings/types";

const METERS = ["прибор", "прибора", "приборов"] as const;
const READINGS = ["показание", "показания", "показаний"] as const;

type TableProps = Pick<Entry, "edits" | "onChange" | "onBlur"> &
  Pick<Standing, "theirs"> & {
    lines: EntryLine[];
    /** What is wrong with a register, where it is time to say so. */
    errorOf: (line: EntryLine) => string | undefined;
    open: boolean;
    withHours: boolean;
    months: Record<string, string>;
    onTake: (registerId: string, text: string) => void;
  };

type FacilityCardProps = TableProps & {
  facility: FormFacility;
  startsOpen: boolean;
  /** False until the browser has the page: rows of a folded facility wait for it, so that the server renders few. */
  alive: boolean;
  contract: string;
};

function sizeOf({ meters, registers }: FormFacility): string {
  const count = countOf(meters, METERS);
  return registers === meters ? count : `${count}, ${countOf(registers, READINGS)}`;
}

function MeterTable({ lines, errorOf, withHours, months, edits, theirs, ...row }: TableProps) {
  return (
    <table className={withHours ? "readings readings--hours" : "readings"}>
      <thead>
        <tr>
          <th scope="col">Прибор и шкала</th>
          <th scope="col">Предыдущее</th>
          <th scope="col">Текущее</th>
          <th scope="col">Расход, кВт·ч</th>
          {withHours && <th scope="col">Расход интерв.</th>}
          {withHours && <th scope="col">Дельта</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <RegisterRow
            key={line.registerId}
            line={line}
            first={lines[index - 1]?.meterId !== line.meterId}
            text={textOf(line, edits)}
            error={errorOf(line)}
            theirs={theirs.get(line.registerId)}
            withHours={withHours}
            previousMonth={line.previous ? months[line.previous.month] : undefined}
            {...row}
          />
        ))}
      </tbody>
    </table>
  );
}

/** An accordion in as few elements as it takes: a page has twenty. */
export function FacilityCard({ facility, startsOpen, alive, contract, ...table }: FacilityCardProps) {
  const { code, address, status } = facility;
  return (
    <details className="card" open={startsOpen}>
      <summary className="card__head readings__head">
        <span>
          <b>{address}</b>
          <small>{`ЭО ${code} · ${sizeOf(facility)}`}</small>
        </span>
        <FacilityState {...facility} />
      </summary>
      {status !== "awaiting" && <p className="card__body text-sm text-muted">{describeProblem({ code: "not_awaiting", thing: "facility", status })}</p>}
      {facility.lines === null && (
        <p className="card__body">
          <TextLink href={`/readings?contract=${contract}&facility=${code}` as Route}>{`Открыть ${countOf(facility.meters, METERS)} этого объекта`}</TextLink>
        </p>
      )}
      {facility.lines !== null && (alive || startsOpen) && <MeterTable {...table} />}
    </details>
  );
}
