import type { ComponentProps } from "react";
import { Field, fieldControlProps, type FieldTexts } from "@/components/ui/field";

type SelectOption = { value: string; label: string };

type SelectProps = FieldTexts &
  Omit<ComponentProps<"select">, "name" | "children"> & {
    name: string;
    options: readonly SelectOption[];
    /** First, empty option: «Выберите договор». */
    placeholder?: string;
  };

export function Select({ name, id = name, label, labelHidden, optional, hint, error, options, placeholder, className, ...rest }: SelectProps) {
  return (
    <Field id={id} label={label} labelHidden={labelHidden} optional={optional} hint={hint} error={error} className={className}>
      <select name={name} className="input" {...fieldControlProps(id, { hint, error })} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
