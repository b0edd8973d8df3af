import type { ComponentProps, ReactNode } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  /** In a table, where the row names the box. */
  labelHidden?: boolean;
  error?: string;
};

export function Checkbox({ label, labelHidden = false, error, className, id, name, ...rest }: CheckboxProps) {
  const controlId = id ?? name;
  const errorId = error !== undefined ? `${controlId}-error` : undefined;
  return (
    <div className={className}>
      <label className="checkbox">
        <input type="checkbox" id={controlId} name={name} aria-invalid={error !== undefined || undefined} aria-describedby={errorId} {...rest} />
        <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
      </label>
      {error !== undefined && (
        <p id={errorId} className="field__error">
          {error}
        </p>
      )}
    </div>
  );
}
