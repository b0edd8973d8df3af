import { Fragment, type ReactNode } from "react";

type RadioOption = {
  value: string;
  label: ReactNode;
  note?: ReactNode;
  /** A control that belongs to this choice. */
  more?: ReactNode;
};

type RadioGroupProps = {
  name: string;
  label: string;
  options: readonly RadioOption[];
  defaultValue: string;
  error?: string;
  onChoice?: (value: string) => void;
};

/** The first button carries the id of the group, so that an error summary can lead to it. */
export function RadioGroup({ name, label, options, defaultValue, error, onChoice }: RadioGroupProps) {
  const errorId = error !== undefined ? `${name}-error` : undefined;
  return (
    <fieldset className="field" aria-describedby={errorId}>
      <legend className="field__label mb-1">{label}</legend>
      {options.map((option, place) => (
        <Fragment key={option.value}>
          <label className="checkbox">
            <input
              type="radio"
              id={place === 0 ? name : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              aria-invalid={error !== undefined || undefined}
              onChange={() => onChoice?.(option.value)}
            />
            <span>
              {option.label}
              {option.note !== undefined && <span className="block text-sm text-muted">{option.note}</span>}
            </span>
          </label>
          {option.more}
        </Fragment>
      ))}
      {error !== undefined && (
        <p id={errorId} className="field__error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
