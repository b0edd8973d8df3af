import clsx from "clsx";
import type { ComponentProps } from "react";
import { Field, fieldControlProps, type FieldTexts } from "@/components/ui/field";

type NumberInputProps = FieldTexts &
  Omit<ComponentProps<"input">, "name" | "type" | "size"> & {
    name: string;
    /** Larger figures, for entry on a phone. */
    entry?: boolean;
  };

/** `type="number"` would eat commas, scroll by the wheel and lose what it cannot read; a text field keeps it all. */
export function NumberInput({ name, id = name, label, labelHidden = true, optional, hint, error, entry = false, className, ...rest }: NumberInputProps) {
  return (
    <Field id={id} label={label} labelHidden={labelHidden} optional={optional} hint={hint} error={error} className={className}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        name={name}
        className={clsx("input input--number", entry && "input--entry")}
        {...fieldControlProps(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
