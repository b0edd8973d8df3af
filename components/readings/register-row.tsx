import { memo } from "react";
import type { EntryLine } from "@/components/readings/entry-lines";
import { MeterName, nameOfRegister } from "@/components/readings/meter-name";
import type { Entry } from "@/components/readings/use-entry";
import type { Theirs } from "@/components/readings/use-submission";
import { formatEnergy, formatReading } from "@/lib/format/energy";
import { formatNumber } from "@/lib/format/numbers";
import { MAX_READING_TEXT, QUANTITY_UNITS } from "@/lib/readings/constants";
import { checkReading } from "@/lib/readings/rules/check-reading";
import { deltaOf } from "@/lib/readings/rules/consumption";
import { refusalOf } from "@/lib/readings/rules/plan-submission";

type RegisterRowProps = Pick<Entry, "onChange" | "onBlur"> & {
  line: EntryLine;
  /** The first row of a meter names it. */
  first: boolean;
  text: string;
  error: string | undefined;
  theirs: Theirs | undefined;
  /** The period takes readings now. */
  open: boolean;
  withHours: boolean;
  /** Name of the month of the previous value. */
  previousMonth: string | undefined;
  onTake: (registerId: string, text: string) => void;
};

/** Memoized: a keystroke renders the row it was made in. An empty cell gets its dash from the style sheet, and a phone leaves it out. */
export const RegisterRow = memo(function RegisterRow({ line, first, text, error, theirs, open, withHours, previousMonth, onTake, onChange, onBlur }: RegisterRowProps) {
  const { registerId: id, previous } = line;
  const checked = checkReading(line, text);
  const consumption = checked.state === "right" ? checked.consumption : null;
  const unit = QUANTITY_UNITS[line.quantity];
  const described = [error !== undefined && `${id}-error`, theirs && `${id}-theirs`].filter(Boolean).join(" ");
  return (
    <tr>
      <MeterName line={line} first={first} />
      <td>
        {formatReading(previous?.value ?? null, line)}
        {previousMonth !== undefined && <small>за {previousMonth}</small>}
      </td>
      <td>
        {open && refusalOf(line) === null ? (
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            className="input input--number"
            id={id}
            name={id}
            data-entry=""
            maxLength={MAX_READING_TEXT}
            aria-label={`Показание прибора ${line.serialNumber}, ${nameOfRegister(line)}`}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={described === "" ? undefined : described}
            value={text}
            onChange={onChange}
            onBlur={onBlur}
          />
        ) : (
          formatReading(line.current?.value ?? null, line)
        )}
        {error !== undefined && (
          <p id={`${id}-error`} className="field__error">
            {error}
          </p>
        )}
        {theirs && (
          <p id={`${id}-theirs`} className="readings__theirs">
            Уже передано {formatNumber(theirs.value)}: {theirs.by}, {theirs.at}.{" "}
            <button type="button" className="text-link" onClick={() => onTake(id, formatNumber(theirs.value))}>
              Оставить {formatNumber(theirs.value)}
            </button>
          </p>
        )}
        {text.trim() === "" && line.current !== null && open && <p className="field__hint">Останется {formatNumber(line.current.value)}</p>}
      </td>
      <td>
        {consumption !== null && <b>{formatEnergy(consumption)}</b>}
        {consumption !== null && unit !== "кВт·ч" && <small>{unit}</small>}
      </td>
      {withHours && <td>{line.interval !== null && formatEnergy(line.interval)}</td>}
      {withHours && <td>{line.interval !== null && consumption !== null && formatEnergy(deltaOf(consumption, line.interval))}</td>}
    </tr>
  );
});
