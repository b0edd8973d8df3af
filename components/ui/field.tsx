import clsx from "clsx";
import type { ReactNode } from "react";

export type FieldTexts = {
  label: ReactNode;
  /** For a control whose meaning the eye takes from the table around it. */
  labelHidden?: boolean;
  /** Adds «необязательно» to the label; required fields are the rule and carry no mark. */
  optional?: boolean;
  hint?: ReactNode;
  error?: string;
};

type FieldProps = FieldTexts & { id: string; className?: string; children: ReactNode };

/** What ties a control to its hint and error; spread it on the control inside `Field`. */
export function fieldControlProps(id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) {
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return {
    id,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
    "aria-invalid": error !== undefined ? true : undefined,
  };
}

export function Field({ id, label, labelHidden = false, optional = false, hint, error, className, children }: FieldProps) {
  return (
    <div className={clsx("field", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "field__label"}>
        {label}
        {optional && " (необязательно)"}
      </label>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
    </div>
  );
}
